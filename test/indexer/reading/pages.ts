import { Buffer } from "node:buffer";
import { decodeText } from "../../../corpus/charset.ts";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import { buildDemo } from "../../../demo/build-demo.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import { editions } from "../../../demo/generator/editions.ts";
import { fileLayouts, textLayouts } from "../../../demo/generator/layouts/layouts.ts";
import { generateReports } from "../../../demo/generator/main.ts";
import type { Publisher } from "../../../demo/generator/report-words.ts";

const gazetteer = loadGazetteer([demoDivisions]);

/** The bytes of a demo report by its file name (`qingshan-2022`). */
export function readDemoFile(name: string): Uint8Array {
  const report = buildDemo(gazetteer).find(({ file }) => file === `${name}.html`);
  if (report === undefined) throw new Error(`the demo has no ${name}.html`);
  return report.bytes;
}

/** A demo report as text, whatever its charset. */
export function readDemoPage(name: string): string {
  return decodeText(readDemoFile(name)).text;
}

/** A page with other words; each must stand on it. */
export function change(page: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the page does not say ${from}`);
    return text.replace(from, to);
  }, page);
}

/** A page with words added at the end of its article. */
export function append(page: string, words: string): string {
  return change(page, { "</div></div>": `${words}</div></div>` });
}

export const luoxiaTown: Publisher = {
  place: "青山县落霞乡",
  agency: "落霞乡人民政府",
  issuer: "青山县落霞乡人民政府",
  siteName: "青山县人民政府网",
  host: "www.qingshan.gov.test",
};

/** The same report in a layout of the generator (`html-trs`, `docx`). */
export function writeInLayout(name: string, seed = 7): Uint8Array {
  const layouts = [...textLayouts, ...fileLayouts].filter((layout) => layout.name === name);
  const [report] = generateReports({
    seed,
    count: 1,
    publisher: luoxiaTown,
    editions: editions.filter((edition) => edition.name === "2021"),
    layouts,
  });
  if (report === undefined) throw new Error(`no report in the layout ${name}`);
  const { content } = report;
  return typeof content === "string" ? Buffer.from(content) : content;
}

/** A page around an article of its own. */
export function writePage(title: string, article: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="nav"><a href="/">首页</a></div><h1>${title}</h1><div class="TRS_Editor">${article}</div></body></html>`;
}

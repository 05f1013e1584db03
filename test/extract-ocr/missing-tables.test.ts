import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { readOriginal } from "../../indexer/extract/read-original.ts";
import { layouts } from "../extract/layouts.ts";
import { writeReport } from "../extract/write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";
import { encodeImage } from "./degrade-image.ts";
import { buildPaper } from "./draw-page.ts";

const html = layouts.find(({ isHtml }) => isHtml);
const report = html ? writeReport(form2021, html, numberAll(form2021)) : "";
const picture = `<img src="data:image/png;base64,${Buffer.from(encodeImage(buildPaper(400, 300))).toString("base64")}">`;

async function listWarnings(page: string, isRead = true): Promise<string> {
  const recognize = async (): Promise<never> => Promise.reject(new Error("There is no print."));
  const { warnings } = await readOriginal(Buffer.from(page), isRead ? { recognize } : null);
  return warnings.join();
}

describe("pictures of a page", () => {
  const lacking = report.replace(/<table>.*?<\/table>/su, picture);

  it("are read where a table is missing", async () => {
    expect(await listWarnings(lacking)).toContain("文中的图片未能识别");
  });

  it("are told of where they shall not be read", async () => {
    expect(await listWarnings(lacking, false)).toContain("文中有 1 张图片没有识别");
  });

  it("are left alone where the page has all tables", async () => {
    const whole = report.replace("</body>", `${picture}</body>`);
    expect(await listWarnings(whole)).toBe("");
    expect(await listWarnings(whole, false)).toBe("");
  });
});

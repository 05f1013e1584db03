import { strToU8, zipSync } from "fflate";
import {
  placeCells,
  type SampleReport,
  type TableLayout,
} from "../extract-office/sample-report.ts";

/** How the writer of a file places its characters; all of them print the same page. */
export type TextStyle = "repeated" | "listed" | "scaled" | "single";

/** Objects of pages, top down, in millimetres. */
class PageWriter {
  readonly pages: string[][] = [[]];
  readonly #style: TextStyle;
  #y = top;

  constructor(style: TextStyle) {
    this.#style = style;
  }

  writeParagraph(text: string, indent = 0): void {
    const lines = wrap(" ".repeat(2 * indent) + text, width / size);
    for (const [at, line] of lines.entries()) {
      this.#makeRoom(leading);
      const shown = at === 0 ? line.trimStart() : line;
      this.#put(shown, { x: left + (at === 0 ? indent * size : 0), y: this.#y + size });
      this.#y += leading;
    }
    this.#y += 1.5;
  }

  writeTable(table: TableLayout): void {
    const column = width / table.width;
    const placed = placeCells(table);
    const heights = placed.map((row) =>
      Math.max(
        leading + 2,
        ...row
          .filter((cell) => cell.rows === 1)
          .map((cell) => wrap(cell.text, (column * cell.columns - 1) / small).length * 4 + 2),
      ),
    );
    for (let y = 0; y < placed.length;) {
      this.#makeRoom(30);
      const count = this.#countRows(heights, y);
      this.#drawRows({ placed, heights, column, first: y, end: y + count });
      y += count;
      if (y < placed.length) this.#turn();
    }
    this.#y += 4;
  }

  /** As many rows as fit on the page. */
  #countRows(heights: readonly number[], first: number): number {
    let y = this.#y;
    let count = 0;
    for (const height of heights.slice(first)) {
      y += height;
      if (y > bottom && count > 0) break;
      count++;
    }
    return count;
  }

  #drawRows(part: {
    readonly placed: ReturnType<typeof placeCells>;
    readonly heights: readonly number[];
    readonly column: number;
    readonly first: number;
    readonly end: number;
  }): void {
    const { placed, heights, column, first, end } = part;
    const begin = this.#y;
    const at = (row: number): number =>
      begin + heights.slice(first, row).reduce((sum, height) => sum + height, 0);
    for (const [index, row] of placed.entries())
      for (const cell of row) {
        const from = Math.max(first, index);
        const to = Math.min(end, index + cell.rows);
        if (to <= from) continue;
        const x = left + cell.at * column;
        const right = x + cell.columns * column;
        this.#rule([x, at(from), right, at(to)]);
        if (index < first) continue;
        const lines = wrap(cell.text, (right - x - 1) / small);
        for (const [number, line] of lines.entries())
          this.#put(line, { x: x + 0.5, y: at(from) + 1 + 3.2 + number * 4 }, small);
      }
    this.#y = at(end);
  }

  #makeRoom(height: number): void {
    if (this.#y + height > bottom) this.#turn();
  }

  #turn(): void {
    this.pages.push([]);
    this.#y = top;
  }

  #rule([x, y, right, low]: readonly [number, number, number, number]): void {
    const box = `0 0 210 297`;
    const path = `M ${x} ${y} L ${right} ${y} L ${right} ${low} L ${x} ${low} C`;
    this.#add(
      `<ofd:PathObject ID="${this.#nextId()}" Boundary="${box}" LineWidth="0.2"><ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:PathObject>`,
    );
  }

  #put(text: string, { x, y }: { x: number; y: number }, height = size): void {
    if (text === "") return;
    const steps = Array.from(text)
      .slice(0, -1)
      .map((sign) => (sign.charCodeAt(0) < 0x2000 ? height / 2 : height));
    const scale = this.#style === "scaled" ? 0.5 : 1;
    const pieces =
      this.#style === "single"
        ? Array.from(text).map((sign, at) => ({
            text: sign,
            x: x + steps.slice(0, at).reduce((sum, step) => sum + step, 0),
            steps: [] as number[],
          }))
        : [{ text, x, steps }];
    for (const piece of pieces) {
      const deltas = writeDeltas(
        piece.steps.map((step) => step / scale),
        this.#style,
      );
      const ctm = scale === 1 ? "" : ` CTM="${scale} 0 0 ${scale} 0 0"`;
      const delta = deltas === "" ? "" : ` DeltaX="${deltas}"`;
      this.#add(
        `<ofd:TextObject ID="${this.#nextId()}" Boundary="${piece.x} ${y - height} ${width} ${height * 1.3}" Font="1" Size="${height / scale}"${ctm}><ofd:TextCode X="0" Y="${height / scale}"${delta}>${escape(piece.text)}</ofd:TextCode></ofd:TextObject>`,
      );
    }
  }

  #nextId(): number {
    return 100 + this.pages.length * 10_000 + (this.pages.at(-1)?.length ?? 0);
  }

  #add(object: string): void {
    this.pages.at(-1)?.push(object);
  }
}

const size = 4.2;
const small = 2.8;
const leading = 6.5;
const left = 20;
const top = 25;
const bottom = 270;
const width = 170;

function writeDeltas(steps: readonly number[], style: TextStyle): string {
  if (style === "listed" || steps.length < 3) return steps.join(" ");
  const runs: { step: number; count: number }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.step === step) last.count++;
    else runs.push({ step, count: 1 });
  }
  return runs.map(({ step, count }) => (count > 1 ? `g ${count} ${step}` : String(step))).join(" ");
}

/** Lines of so many full-width characters. */
function wrap(text: string, most: number): readonly string[] {
  const lines = [""];
  let used = 0;
  for (const sign of text) {
    const step = sign.charCodeAt(0) < 0x2000 ? 0.5 : 1;
    if (used + step > most) lines.push("");
    if (used + step > most) used = 0;
    lines[lines.length - 1] += sign;
    used += step;
  }
  return lines;
}

const hanNumbers = "一二三四五六七八九十";

/** The pages of a report: paragraphs, and tables with their ruling lines. */
export function writeReportPages(
  { title, preamble, sections }: SampleReport,
  style: TextStyle = "repeated",
): readonly (readonly string[])[] {
  const writer = new PageWriter(style);
  writer.writeParagraph(title, 4);
  writer.writeParagraph(preamble, 2);
  for (const [at, { heading, paragraphs, tables }] of sections.entries()) {
    writer.writeParagraph(`${hanNumbers.charAt(at)}、${heading}`, 2);
    for (const text of paragraphs) writer.writeParagraph(text, 2);
    for (const table of tables) writer.writeTable(table);
  }
  return writer.pages;
}

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An OFD with these objects on its pages; `parts` adds or replaces files of the package. */
export function buildOfd(
  pages: readonly (readonly string[])[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const list = pages
    .map((_, at) => `<ofd:Page ID="${at + 10}" BaseLoc="Pages/Page_${at}/Content.xml"/>`)
    .join("");
  const files: Record<string, string> = {
    "OFD.xml": `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${namespace} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>年报</ofd:Title><ofd:Author>某人</ofd:Author><ofd:CreationDate>2023-01-12</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    "Doc_0/PublicRes.xml": `<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(
      pages.map((objects, at) => [`Doc_0/Pages/Page_${at}/Content.xml`, buildContent(objects)]),
    ),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    // The same file at any time.
    { mtime: new Date(2023, 0, 12) },
  );
}

/** A page, or a template, with these objects; `before` stands before its content. */
export function buildContent(objects: readonly string[], before = ""): string {
  return `<ofd:Page ${namespace}>${before}<ofd:Content><ofd:Layer ID="5">${objects.join("")}</ofd:Layer></ofd:Content></ofd:Page>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

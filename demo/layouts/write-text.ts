import type { Grid, GridCell } from "../build-grids.ts";
import type { DemoBlock, DemoPage } from "../build-page.ts";

/** How a text extraction leaves a table behind. */
const tableWriters = {
  /** One cell a line with a bar behind it, more bars for wider cells; brackets half width. */
  "text-pipes": (grid: Grid) =>
    grid.flatMap((line) => line.map((cell) => narrow(writePiped(cell)))).join("\n"),
  /** One cell a paragraph; headers of four characters break in the middle. */
  "text-paragraphs": (grid: Grid) =>
    grid.flatMap((line) => line.map(({ text }) => breakHeader(narrow(text)))).join("\n\n"),
  /** One line of cells a line, parted by tabs; wider and deeper cells leave empty ones. */
  "text-tabs": (grid: Grid) => spreadOut(grid).join("\n"),
  /** Cell and bar in turn, each on a line of its own. */
  "text-lines": (grid: Grid) => grid.flatMap((line) => line.map(({ text }) => text)).join("\n|\n"),
} as const;

/** A report as an extraction of its page's text gives it, without markup. */
export function writeText({ agency, report, blocks }: DemoPage): string {
  const { layout } = report;
  if (!(layout in tableWriters)) throw new Error(`${layout} is no layout of text.`);
  const writeGrid = tableWriters[layout as keyof typeof tableWriters];
  const head = layout === "text-paragraphs" ? writeMetadata({ agency, report, blocks }) : "";
  const between = layout === "text-paragraphs" || layout === "text-tabs" ? "\n\n" : "\n";
  const body = blocks.map((block) => writeBlock(block, writeGrid)).join(between);
  return `${head}${report.title}${between}${body}\n`;
}

function writeBlock(block: DemoBlock, writeGrid: (grid: Grid) => string): string {
  return block.is === "table" ? writeGrid(block.grid) : block.text;
}

function writeMetadata({ agency, report }: DemoPage): string {
  return `1. 当前位置:
  2. 首页 > 政务公开 > 政府信息公开年报 > ${report.year}年
  3. > 正文

${report.title}

索  引  号 ${report.indexNumber ?? ""} 主题分类 政务公开
发布机构 ${agency.issuer} 发布日期 ${report.published ?? ""} 16:40
名        称 ${report.title}
文        号 ${report.documentNumber ?? ""} 有  效  性

`;
}

function writePiped({ text, columns }: GridCell): string {
  return `${text} |${columns > 1 ? ` ${"|".repeat(columns - 1)}` : ""}`;
}

function narrow(text: string): string {
  return text
    .replaceAll("（", "(")
    .replaceAll("）", ")")
    .replaceAll("：", ":")
    .replaceAll("，", ",");
}

function breakHeader(text: string): string {
  return text.replace(/^(本年新)(制作数量|公开数量)$/u, "$1\n\n$2");
}

function spreadOut(grid: Grid): readonly string[] {
  const deep = new Map<number, number>();
  return grid.map((line) => {
    const cells: string[] = [];
    const pending = [...line];
    while (pending.length > 0 || (deep.get(cells.length) ?? 0) > 0) {
      const rest = deep.get(cells.length) ?? 0;
      if (rest > 0) {
        deep.set(cells.length, rest - 1);
        cells.push("");
        continue;
      }
      const cell = pending.shift();
      if (!cell) break;
      for (let column = 0; column < cell.columns; column++) {
        deep.set(cells.length, cell.rows - 1);
        cells.push(column === 0 ? cell.text : "");
      }
    }
    return cells.join("\t");
  });
}

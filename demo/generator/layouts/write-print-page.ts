import type { PrintedReport, ReportBlock } from "../printed-report.ts";
import type { PrintedTable } from "../printed-table.ts";

/** A page to be printed on paper or photographed. */
export interface PrintStyle {
  /** Rules for `table`, `th`, `td` and `body`. */
  readonly css: string;
  /** Whether a browser repeats the header of table 3 on each page. */
  readonly repeatsHeader?: boolean;
}

const baseCss = `body { font: 12pt/1.7 "Noto Serif CJK SC", serif; margin: 0 }
h1 { text-align: center; font-size: 18pt } h2 { font-size: 13pt; break-after: avoid }
p { text-indent: 2em; text-align: justify; margin: 0 } p.sign { text-align: right }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.4 }
th, td { border: 1px solid #000; padding: 2px 4px; font-weight: normal; text-align: left }`;

/** A report as a page without a portal around it. */
export function writePrintPage({ words, blocks }: PrintedReport, style: PrintStyle): string {
  const body = blocks.map((block) => writeBlock(block, style)).join("\n");
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${words.title}</title><style>${baseCss}
${style.css}</style></head><body><h1>${escapeHtml(words.title)}</h1>
${body}</body></html>`;
}

function writeBlock(block: ReportBlock, style: PrintStyle): string {
  if (block.is === "table")
    return writeTable(block.table, block.key === "requests" && style.repeatsHeader === true);
  const text = escapeHtml(block.text);
  if (block.is === "heading") return `<h2>${text}</h2>`;
  return block.is === "signature" ? `<p class="sign">${text}</p>` : `<p>${text}</p>`;
}

function writeTable(table: PrintedTable, repeatsHeader: boolean): string {
  const rows = table.map(
    (row) =>
      `<tr>${row
        .map(({ text, role, colspan = 1, rowspan = 1 }) => {
          const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
          return `<td class="${role}"${spans}>${escapeHtml(text).replaceAll("\n", "<br>")}</td>`;
        })
        .join("")}</tr>`,
  );
  const header = repeatsHeader ? table.findIndex(([first]) => first?.role !== "header") : 0;
  const head = header > 0 ? `<thead>${rows.slice(0, header).join("\n")}</thead>` : "";
  return `<table>${head}<tbody>${rows.slice(Math.max(header, 0)).join("\n")}</tbody></table>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

import type { Form, FormBlock, FormRow, FormTable } from "../../corpus/forms/form.ts";

/** How a fictional report is printed. */
export interface ReportStyle {
  /** Rules for `table`, `th`, `td`. */
  readonly css?: string;
  readonly body?: string;
  /** Whether the header of table 3 is one that browsers repeat on each page. */
  readonly repeatsHeader?: boolean;
  readonly prose?: readonly string[];
  /** The width of the three label columns of table 3, in percent. */
  readonly labelWidths?: readonly [number, number, number];
}

/** Values by table, row and column key, as printed. */
export type PrintedValues = (table: string, row: string, column: string) => string;

/** A fictional report in an official form, as a page that a browser prints. */
export function buildReportHtml(
  form: Form,
  values: PrintedValues,
  style: ReportStyle = {},
): string {
  const captions = ["二", "三", "四"];
  const tables = form.tables
    .map(
      (table, at) =>
        `<h2>${captions[at]}、${table.caption}</h2>${buildTable(table, values, style)}`,
    )
    .join("");
  const prose = (style.prose ?? sampleProse).map((text) => `<p>${text}</p>`).join("");
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
    body { font: 12pt/1.7 "Noto Serif CJK SC", serif; margin: 0; ${style.body ?? ""} }
    h1 { text-align: center; font-size: 18pt } h2 { font-size: 13pt; break-after: avoid }
    p { text-indent: 2em; text-align: justify; margin: 0 }
    table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.4 }
    th, td { border: 1px solid #000; padding: 2px 4px; font-weight: normal; text-align: left }
    ${style.css ?? ""}
  </style><h1>云岫县青禾镇人民政府<br>2024年政府信息公开工作年度报告</h1>
  <h2>一、总体情况</h2>${prose}${tables}
  <h2>五、存在的主要问题及改进情况</h2>${prose}<h2>六、其他需要报告的事项</h2><p>无其他需要报告的事项。</p></html>`;
}

export const sampleProse: readonly string[] = [
  "青禾镇人民政府认真落实政府信息公开各项要求，围绕群众关心的水利、道路、养老等事项及时发布信息，全年主动公开信息128条，其中政策文件6件，办理群众留言42件，答复及时率为100%。",
  "镇政府办公室明确专人负责审核，坚持先审查、后公开，对已经公开的信息每季度清理一次，发现错误及时改正。",
];

function buildTable(table: FormTable, values: PrintedValues, style: ReportStyle): string {
  if (table.layout === "line") return buildLineTable(table, values);
  return table.key === "requests"
    ? buildRequests(table, values, style)
    : buildBlocks(table, values);
}

function buildBlocks({ key, blocks }: FormTable, values: PrintedValues): string {
  const widest = 12;
  const rows = blocks.map(({ heading, corner, columns, rows }) => {
    const span = widest / columns.length;
    return [
      `<tr><td colspan="${widest + 4}" style="text-align:center">${heading}</td></tr>`,
      `<tr><td colspan="4">${corner}</td>${columns.map(({ label }) => `<td colspan="${span}">${label}</td>`).join("")}</tr>`,
      ...rows.map(
        (row) =>
          `<tr><td colspan="4">${row.label}</td>${columns.map((column) => `<td colspan="${span}">${values(key, row.key, column.key)}</td>`).join("")}</tr>`,
      ),
    ].join("");
  });
  return `<table style="table-layout:fixed">${rows.join("")}</table>`;
}

function buildRequests(table: FormTable, values: PrintedValues, style: ReportStyle): string {
  const [block] = table.blocks;
  if (!block) return "";
  const widths = style.labelWidths ?? [5, 10, 25];
  const cols = widths.map((width) => `<col style="width:${width}%">`).join("");
  const header = buildRequestsHeader(block);
  const body = block.rows.map((row, at) => buildRequestsRow(block, { row, at, values })).join("");
  const [open, close] = style.repeatsHeader ? ["<thead>", "</thead>"] : ["<tbody>", "</tbody>"];
  return `<table style="table-layout:fixed"><colgroup>${cols}</colgroup>${open}${header}${close}<tbody>${body}</tbody></table>`;
}

function buildRequestsHeader({ corner, heading, columns }: FormBlock): string {
  const grouped = columns.filter(({ group }) => group !== undefined);
  const [first, last] = [columns[0]?.label, columns.at(-1)?.label];
  return `<tr><td colspan="3" rowspan="3">${corner}</td><td colspan="7" style="text-align:center">${heading}</td></tr>
    <tr><td rowspan="2">${first}</td><td colspan="5">${grouped[0]?.group}</td><td rowspan="2">${last}</td></tr>
    <tr>${grouped.map(({ label }) => `<td>${label}</td>`).join("")}</tr>`;
}

interface RowToPrint {
  readonly row: FormRow;
  readonly at: number;
  readonly values: PrintedValues;
}

function buildRequestsRow(block: FormBlock, { row, at, values }: RowToPrint): string {
  const groups = row.groups ?? [];
  const before = block.rows[at - 1]?.groups ?? [];
  const opened = groups.flatMap((group, depth) => {
    if (before[depth] === group) return [];
    const span = block.rows.filter(({ groups }) => groups?.[depth] === group).length;
    return [`<td rowspan="${span}">${group}</td>`];
  });
  const label = `<td colspan="${3 - groups.length}">${row.number ?? ""}${row.label}</td>`;
  const cells = block.columns.map(({ key }) => `<td>${values("requests", row.key, key)}</td>`);
  return `<tr>${opened.join("")}${label}${cells.join("")}</tr>`;
}

function buildLineTable({ key, blocks }: FormTable, values: PrintedValues): string {
  const [block] = blocks;
  if (!block) return "";
  const [review, ...litigation] = block.rows;
  const labels = block.columns.map(({ label }) => label);
  const leaf = (span: string): string => labels.map((label) => `<td${span}>${label}</td>`).join("");
  const cells = block.rows.flatMap((row) =>
    block.columns.map((column) => `<td>${values(key, row.key, column.key)}</td>`),
  );
  return `<table style="table-layout:fixed;text-align:center">
    <tr><td colspan="5">${review?.label}</td><td colspan="10">${litigation[0]?.groups?.[0]}</td></tr>
    <tr>${leaf(' rowspan="2"')}${litigation.map(({ label }) => `<td colspan="5">${label}</td>`).join("")}</tr>
    <tr>${litigation.map(() => leaf("")).join("")}</tr><tr>${cells.join("")}</tr></table>`;
}

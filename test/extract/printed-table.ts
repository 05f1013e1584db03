import { buildFactKey } from "../../corpus/fact.ts";
import type { Form, FormBlock, FormRow, FormTable } from "../../corpus/forms/form.ts";

/** A cell as a page prints it, with its spans. */
export interface PrintedCell {
  readonly text: string;
  readonly colspan?: number;
  readonly rowspan?: number;
}

export type PrintedTable = readonly (readonly PrintedCell[])[];

/** What each cell prints, by fact key (`requests.granted.total`). */
export type Prints = ReadonlyMap<string, string>;

/** The tables of a form as the official layout prints them. */
export function printTables(form: Form, prints: Prints): readonly PrintedTable[] {
  return form.tables.map((table) => {
    if (table.key === "disclosure") return printDisclosure(table, prints);
    if (table.key === "requests") return printRequests(table, prints);
    if (table.key === "disputes") return printDisputes(table, prints);
    return printIndicators(table, prints);
  });
}

/** Every fact key that a form's tables hold. */
export function listFactKeys(form: Form): readonly string[] {
  return form.tables.flatMap(({ key: table, blocks }) =>
    blocks.flatMap(({ rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column) => buildFactKey({ table, row: row.key, column: column.key })),
      ),
    ),
  );
}

function readPrints({ key: table }: FormTable, { columns }: FormBlock, prints: Prints) {
  return (row: FormRow): readonly string[] =>
    columns.map(
      ({ key: column }) => prints.get(buildFactKey({ table, row: row.key, column })) ?? "",
    );
}

function printDisclosure(table: FormTable, prints: Prints): PrintedTable {
  const width = Math.max(...table.blocks.map(({ columns }) => columns.length)) + 1;
  return table.blocks.flatMap((block) => [
    [{ text: block.heading ?? "", colspan: width }],
    spread([block.corner ?? "", ...block.columns.map(({ label }) => label)], width),
    ...block.rows.map((row) =>
      spread([row.label, ...readPrints(table, block, prints)(row)], width),
    ),
  ]);
}

/** The last cell spans what is left of the row. */
function spread(texts: readonly string[], width: number): readonly PrintedCell[] {
  const left = width - texts.length;
  return texts.map((text, at) =>
    at === texts.length - 1 && left > 0 ? { text, colspan: left + 1 } : { text },
  );
}

function printRequests(table: FormTable, prints: Prints): PrintedTable {
  const [block] = table.blocks;
  if (!block) return [];
  const labels = block.columns.map(({ label }) => label);
  const header: PrintedTable = [
    [
      { text: block.corner ?? "", colspan: 3, rowspan: 3 },
      { text: block.heading ?? "", colspan: 7 },
    ],
    [
      { text: labels[0] ?? "", rowspan: 2 },
      { text: "法人或其他组织", colspan: 5 },
      { text: labels[6] ?? "", rowspan: 2 },
    ],
    labels.slice(1, 6).map((text) => ({ text })),
  ];
  const rows = block.rows.map((row, at) => {
    const groups = (row.groups ?? []).flatMap((group, depth) =>
      block.rows[at - 1]?.groups?.[depth] === group
        ? []
        : [{ text: group, rowspan: countGroup(block, at, depth) }],
    );
    const label = {
      text: `${row.number ?? ""}${row.label}`,
      colspan: 3 - (row.groups?.length ?? 0),
    };
    return [...groups, label, ...readPrints(table, block, prints)(row).map((text) => ({ text }))];
  });
  return [...header, ...rows];
}

function countGroup({ rows }: FormBlock, from: number, depth: number): number {
  const group = rows[from]?.groups?.[depth];
  const end = rows.findIndex((row, at) => at > from && row.groups?.[depth] !== group);
  return (end === -1 ? rows.length : end) - from;
}

function printDisputes(table: FormTable, prints: Prints): PrintedTable {
  const [block] = table.blocks;
  if (!block) return [];
  const leaves = block.columns.map(({ label }) => label);
  return [
    [
      { text: "行政复议", colspan: 5 },
      { text: "行政诉讼", colspan: 10 },
    ],
    [
      ...leaves.map((text) => ({ text, rowspan: 2 })),
      { text: "未经复议直接起诉", colspan: 5 },
      { text: "复议后起诉", colspan: 5 },
    ],
    [...leaves, ...leaves].map((text) => ({ text })),
    block.rows.flatMap((row) => readPrints(table, block, prints)(row).map((text) => ({ text }))),
  ];
}

function printIndicators(table: FormTable, prints: Prints): PrintedTable {
  const [block] = table.blocks;
  if (!block) return [];
  const labels = block.columns.map(({ key, label }) => (key === "thisYear" ? "2016年度" : label));
  const unit = block.corner === "统计指标" ? "单位" : "计量单位";
  const header = [block.corner ?? "", unit, ...labels];
  const rows = block.rows.flatMap((row, at) => [
    ...listChapters(block, at).map((chapter) => [chapter, "——", ...labels.map(() => "——")]),
    [`${row.number ?? ""}${row.label}`, row.unit ?? "", ...readPrints(table, block, prints)(row)],
  ]);
  return [header, ...rows].map((texts) => texts.map((text) => ({ text })));
}

/** The lines of chapters that stand above a row of an indicator table. */
function listChapters({ rows }: FormBlock, at: number): readonly string[] {
  const before = rows[at - 1]?.groups ?? [];
  return (rows[at]?.groups ?? []).filter((group, depth) => before[depth] !== group);
}

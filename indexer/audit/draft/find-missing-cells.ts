import type { Extraction } from "../../../corpus/extraction.ts";
import { buildFactKey, type UnplacedFact } from "../../../corpus/fact.ts";
import type { Form, FormTable } from "../../../corpus/forms/form.ts";
import { describeBlankTable } from "../../extract/tables/describe-blank-table.ts";
import { FactTable } from "../fact-table.ts";
import type { DraftIssue } from "./draft-issue.ts";

const mostNames = 8;

interface Cell {
  readonly name: string;
  readonly key: string;
  readonly fact: UnplacedFact | null;
}

/** Tables of the form that are not there, cells that it demands and the draft does not print, and blank cells. */
export function findMissingCells(
  { facts, warnings }: Pick<Extraction, "facts" | "warnings">,
  form: Form,
): readonly DraftIssue[] {
  const table = new FactTable(facts);
  return form.tables.flatMap((layout) => {
    if (!table.hasTable(layout.key)) {
      const fault = warnings.includes(describeBlankTable(layout.key))
        ? `表格“${layout.caption}”只有表头，没有数字（没有发生的请填 0）`
        : `没有找到表格“${layout.caption}”（是图片的请改为文字表格）`;
      return [build("error", fault, [])];
    }
    const cells = listCells(layout, table, form);
    const lost = cells.filter(({ fact }) => fact === null);
    const blank = cells.filter(({ fact }) => fact !== null && fact.raw.trim() === "");
    const unclear = cells.filter(({ fact }) => fact?.value === null && fact.raw.trim() !== "");
    return [
      ...describe(layout, lost, "没有印出"),
      ...describe(layout, blank, "空白，没有发生的请填 0"),
      ...describe(layout, unclear, "看不出数字"),
    ];
  });
}

/** All cells that the form demands; a form before 2019 prints a choice of rows and columns: only those that it prints. */
function listCells(
  { key: table, blocks }: FormTable,
  read: FactTable,
  form: Form,
): readonly Cell[] {
  const printed = read.listRows(table);
  const isFree = form.id === "2008" || form.id === "2014";
  const shown = new Set(read.listFacts(table).map(({ column }) => column));
  return blocks.flatMap(({ rows, columns }) =>
    rows
      .filter(({ key }) => !isFree || printed.has(key))
      .flatMap(({ key: row, label, variants }) =>
        columns
          .filter(({ key }) => !isFree || shown.has(key))
          .map(({ key: column, label: columnLabel }) => ({
            name: `${label.length > 14 ? (variants?.[0] ?? label) : label}·${columnLabel}`,
            key: buildFactKey({ table, row, column }),
            fact: read.find({ table, row, column }),
          })),
      ),
  );
}

function describe(
  { caption }: FormTable,
  cells: readonly Cell[],
  fault: string,
): readonly DraftIssue[] {
  if (cells.length === 0) return [];
  const names = cells.slice(0, mostNames).map(({ name }) => name);
  const more = cells.length > names.length ? "等" : "";
  const message = `“${caption}”有 ${cells.length} 格${fault}：${names.join("、")}${more}`;
  return [
    build(
      "warning",
      message,
      cells.flatMap(({ key, fact }) => (fact === null ? [] : [key])),
    ),
  ];
}

function build(
  severity: DraftIssue["severity"],
  message: string,
  facts: readonly string[],
): DraftIssue {
  return { severity, kind: "missing", rule: null, message, quote: null, facts };
}

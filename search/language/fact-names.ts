import { buildFactKey, type TableKey } from "../../corpus/fact.ts";
import type { FormBlock, FormColumn, FormRow } from "../../corpus/forms/form.ts";
import { forms } from "../../corpus/forms/forms.ts";
import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";

/** A number that a form asks for: its key, what readers see for it, and its unit where the form fixes one. */
export interface NamedFact {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
}

/** Short names that readers use, beside the labels of the forms. */
export const shortFactNames: Readonly<Record<string, readonly string[]>> = {
  "requests.newReceived.total": [
    "新收",
    "新收申请",
    "本年新收",
    "申请数",
    "申请量",
    "新收申请数量",
  ],
  "requests.carriedOver.total": ["上年结转", "结转"],
  "requests.granted.total": ["予以公开"],
  "requests.partial.total": ["部分公开"],
  "requests.denied.stateSecret.total": ["国家秘密"],
  "requests.denied.thirdParty.total": ["第三方合法权益"],
  "requests.denied.internalAffairs.total": ["内部事务"],
  "requests.denied.process.total": ["过程性信息"],
  "requests.unable.notHeld.total": ["不掌握", "信息不存在"],
  "requests.refused.petition.total": ["信访举报投诉"],
  "requests.refused.duplicate.total": ["重复申请"],
  "requests.resultTotal.total": ["办理结果"],
  "requests.carriedForward.total": ["结转下年", "结转下年度"],
  "disputes.review.total": ["行政复议", "复议"],
  "disputes.litigationDirect.total": ["直接起诉"],
  "disputes.litigationAfterReview.total": ["复议后起诉"],
  "disclosure.permits.decisions": ["行政许可", "行政许可决定"],
  "disclosure.penalties.decisions": ["行政处罚", "行政处罚决定"],
  "disclosure.coercion.decisions": ["行政强制", "行政强制决定"],
  "disclosure.fees.amount": ["行政事业性收费", "收费金额"],
  "disclosure.procurement.amount": ["采购金额", "政府集中采购"],
};

/** The column that a row alone means, the first that it has. */
const mainColumns = ["total", "decisions", "value", "thisYear"];

/** A shorter label (传真, 其他) says too little, and stands before numbers in any text. */
const shortestLabel = 4;

interface Cell extends NamedFact {
  readonly names: readonly string[];
}

const cells = forms
  .toReversed()
  .flatMap(({ tables }) =>
    tables.flatMap(({ key, blocks }) =>
      blocks.flatMap((block) => block.rows.flatMap((row) => listCells(key, block, row))),
    ),
  );
const facts = buildFacts();
const names = buildNames();

/** Every number of every form, those of newer forms first. */
export function listFacts(): readonly NamedFact[] {
  return [...facts.values()];
}

/**
 * The number that a name means: its key in any case, the key of its row where that has a main column
 * (`requests.newReceived`), or its label where only one number has it. Simplified characters.
 */
export function findFact(name: string): NamedFact | null {
  const key = names.get(name.toLowerCase()) ?? names.get(normalizeLabel(name));
  return key === undefined ? null : (facts.get(key) ?? null);
}

/** All names that `findFact` knows. */
export function listFactNames(): readonly string[] {
  return [...names.keys()];
}

function listCells(table: TableKey, block: FormBlock, row: FormRow): readonly Cell[] {
  const main = findMainColumn(block);
  return block.columns.map((column) => ({
    key: buildFactKey({ table, row: row.key, column: column.key }),
    label: block.columns.length === 1 ? row.label : `${row.label}·${column.label}`,
    unit: column.unit ?? row.unit ?? null,
    names: listNames({ table, row, column, isMain: column === main }),
  }));
}

function findMainColumn({ columns }: FormBlock): FormColumn | undefined {
  const main = mainColumns.map((key) => columns.find((column) => column.key === key));
  return (
    main.find((column) => column !== undefined) ?? (columns.length === 1 ? columns[0] : undefined)
  );
}

interface NamedCell {
  readonly table: TableKey;
  readonly row: FormRow;
  readonly column: FormColumn;
  readonly isMain: boolean;
}

function listNames({ table, row, column, isMain }: NamedCell): readonly string[] {
  const rows = [row.label, ...(row.variants ?? [])].map(normalizeLabel);
  const columns = [column.label, ...(column.variants ?? [])].map(normalizeLabel);
  const both = rows.flatMap((name) => columns.map((other) => `${name}${other}`));
  const labels = (isMain ? [...rows, ...both] : both).filter(
    (name) => name.length >= shortestLabel,
  );
  return isMain ? [`${table}.${row.key}`.toLowerCase(), ...labels] : labels;
}

function buildFacts(): ReadonlyMap<string, NamedFact> {
  const found = new Map<string, NamedFact>();
  for (const { key, label, unit } of cells)
    if (!found.has(key)) found.set(key, { key, label: label.replace(/（[^）]*）/u, ""), unit });
  return found;
}

/**
 * Keys and short names before labels. The key of a row that several forms have means the newest; a label that several
 * numbers have is the name of none.
 */
function buildNames(): ReadonlyMap<string, string> {
  const meant = new Map<string, Set<string>>();
  for (const { key, names } of cells)
    for (const name of names) meant.set(name, (meant.get(name) ?? new Set()).add(key));
  const clear = [...meant].flatMap(([name, [first, ...others]]) =>
    first !== undefined && (others.length === 0 || name.includes("."))
      ? [[name, first] as const]
      : [],
  );
  const short = Object.entries(shortFactNames).flatMap(([key, names]) =>
    names.map((name) => [name, key] as const),
  );
  const own = [...facts.keys()].map((key) => [key.toLowerCase(), key] as const);
  return new Map([...clear, ...short, ...own]);
}

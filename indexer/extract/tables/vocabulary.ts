import type { TableKey } from "../../../corpus/fact.ts";
import type { FormBlock, FormRow } from "../../../corpus/forms/form.ts";
import { forms } from "../../../corpus/forms/forms.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import { headerWords } from "./header-words.ts";
import type { LabelEntry } from "./label-entry.ts";
import { stripNumbering } from "./strip-numbering.ts";

/** A label as it is compared, with all it can mean. */
export interface VocabularyLabel {
  readonly words: string;
  readonly entries: readonly LabelEntry[];
}

type Bucket = Map<string, LabelEntry[]>;

/** Every label of every form by its first character, the longest first. */
export const vocabulary: ReadonlyMap<string, readonly VocabularyLabel[]> = buildVocabulary();

/** The longest label, in compared characters. */
export const longestLabel = Math.max(
  ...[...vocabulary.values()].flat().map(({ words }) => words.length),
);

function buildVocabulary(): ReadonlyMap<string, readonly VocabularyLabel[]> {
  const labels: Bucket = new Map();
  for (const form of forms)
    for (const table of form.tables)
      for (const block of table.blocks) addBlock(labels, table.key, block);
  for (const [table, words] of Object.entries(headerWords))
    for (const word of words)
      add(labels, [word], { table: table as TableKey, role: "header", key: word, official: word });
  const buckets = new Map<string, VocabularyLabel[]>();
  for (const [words, entries] of [...labels].sort(([a], [b]) => b.length - a.length)) {
    const first = words.charAt(0);
    buckets.set(first, [...(buckets.get(first) ?? []), { words, entries }]);
  }
  return buckets;
}

function addBlock(labels: Bucket, table: TableKey, block: FormBlock): void {
  const { heading, corner, columns, rows } = block;
  if (heading) addEntry(labels, { table, role: "heading", key: heading, official: heading });
  if (corner) addEntry(labels, { table, role: "corner", key: corner, official: corner });
  for (const { key, label, variants = [], group } of columns) {
    add(labels, [label, ...variants], { table, role: "column", key, official: label });
    if (group) addEntry(labels, { table, role: "header", key: group, official: group });
  }
  for (const row of rows) addRow(labels, table, row);
}

function addRow(labels: Bucket, table: TableKey, row: FormRow): void {
  const { key, label, variants = [], groups = [], groupKey } = row;
  add(labels, [label, ...variants], { table, role: "row", key, official: label });
  groups.forEach((group, depth) => {
    const official = stripNumbering(group).label;
    const own = depth === groups.length - 1 ? (groupKey ?? official) : "result";
    addEntry(labels, { table, role: "group", key: own, official });
  });
}

function addEntry(labels: Bucket, entry: LabelEntry): void {
  add(labels, [entry.official], entry);
}

function add(labels: Bucket, wordings: readonly string[], entry: LabelEntry): void {
  for (const wording of wordings) {
    const words = normalizeLabel(wording);
    const entries = labels.get(words) ?? [];
    const isKnown = entries.some(
      ({ table, role, key }) => table === entry.table && role === entry.role && key === entry.key,
    );
    if (!isKnown) labels.set(words, [...entries, entry]);
  }
}

import type { Extraction } from "../../corpus/extraction.ts";
import { buildFactKey } from "../../corpus/fact.ts";
import { forms } from "../../corpus/forms/forms.ts";
import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";
import { describePlaceDoubts } from "../../indexer/extract/describe-doubts.ts";

/** Warnings about any table: how many places or pictures were not read, or that a table was not. */
const general =
  /有 \d+ 处|\d+ 张图片|图片未能识别|没有找到可以读取的统计表|有一张表的格式不能识别/u;
/** How warnings name tables beside their captions. */
const tableNames: ReadonlyMap<string, readonly string[]> = new Map([
  ["disputes", ["行政复议、行政诉讼情况表"]],
  ["indicators", ["指标表", "指标超过"]],
]);
/** A shorter name is part of others. */
const shortestName = 5;

/** Whether a warning tells of a number that is missing: by its table, by its row, or by how many were not read. */
export function isTold(key: string, reading: Extraction): boolean {
  const places = new Set(describePlaceDoubts(reading));
  const warnings = reading.warnings.filter((warning) => !places.has(warning));
  const [table = ""] = key.split(".");
  const captions = forms.flatMap(({ tables }) =>
    tables.flatMap((own) => (own.key === table ? [own.caption] : [])),
  );
  const names = [...captions, ...(tableNames.get(table) ?? [])];
  const rows = listRowNames(key, reading);
  return warnings.some(
    (warning) =>
      general.test(warning) ||
      names.some((name) => warning.includes(name)) ||
      rows.some((name) => namesRow(warning, name)),
  );
}

/** The words of a row as it is printed and as forms have it. */
function listRowNames(key: string, { facts }: Extraction): readonly string[] {
  const printed = facts.filter((fact) => buildFactKey(fact) === key).map(({ label }) => label);
  const official = forms.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.blocks
        .flatMap(({ rows }) => rows)
        .filter((row) => key.startsWith(`${table.key}.${row.key}.`))
        .flatMap(({ label, variants = [] }) => [label, ...variants]),
    ),
  );
  return [...printed, ...official];
}

function namesRow(warning: string, name: string): boolean {
  if (warning.includes(`“${name}”`)) return true;
  const words = normalizeLabel(name);
  return words.length >= shortestName && normalizeLabel(warning).includes(words);
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import type { Fact } from "../../corpus/fact.ts";
import { buildDemo } from "../../demo/build-demo.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { extractReport } from "../../indexer/extract/main.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const expectations = new Map(
  buildDemo(gazetteer).map(({ file, expected }) => [file, expected] as const),
);

describe.each(listDemoFiles())("$file", async ({ file, address }) => {
  const { facts, planted, ...head } = expectations.get(basename(file)) ?? {
    facts: {},
    planted: [],
  };
  const read = await extractReport({ bytes: readFileSync(file), file, address }, gazetteer);

  test("is read as its writer means it", () => {
    expect({
      agency: read.agency?.name,
      division: read.division,
      level: read.level,
      year: read.year,
      form: read.form,
      published: read.published,
      sections: read.sections.map(({ kind }) => kind),
    }).toEqual(head);
    expect(nest(read.facts)).toEqual(facts);
  });

  test("fails the rules planted in it and no other", () => {
    const odd = read.findings.filter(({ verdict }) => verdict !== "holds");
    const rules = new Set(planted.map(({ rule, verdict }) => `${rule} ${verdict}`));
    const found = new Set(odd.map(({ rule, verdict }) => `${rule} ${verdict}`));
    for (const rule of rules) expect(found).toContain(rule);
    const fails = [...found].filter((rule) => rule.endsWith("fails"));
    expect(fails).toEqual([...rules].filter((rule) => rule.endsWith("fails")));
  });
});

function nest(
  facts: readonly Fact[],
): Record<string, Record<string, Record<string, number | null>>> {
  const nested: Record<string, Record<string, Record<string, number | null>>> = {};
  for (const { table, row, column, value } of facts)
    ((nested[table] ??= {})[row] ??= {})[column] = value;
  return nested;
}

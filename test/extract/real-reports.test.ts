import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { extractionSchema } from "../../corpus/extraction.ts";
import type { Fact } from "../../corpus/fact.ts";
import { extractReport } from "../../indexer/extract/main.ts";

/** Real reports lie beside the project where it is developed; elsewhere these tests are left out. */
const folder = join(import.meta.dirname, "../../../shared/corpus");
const isHere = existsSync(join(folder, "expected.json"));
if (!isHere)
  process.stdout.write("The folder of real reports is absent: tests on it are skipped.\n");

type Numbers = Readonly<Record<string, Readonly<Record<string, number | null>>>>;
type Indicator = { readonly label: string; readonly unit: string } & Record<string, unknown>;

interface Expected {
  readonly agency: string;
  readonly division: { readonly code: string; readonly path: readonly string[] };
  readonly level: string;
  readonly year: number;
  readonly form: string;
  readonly published: string | null;
  readonly indexNumber?: string;
  readonly sections: readonly string[];
  readonly facts: Readonly<Record<string, Numbers | readonly Indicator[]>>;
}

const expected = isHere
  ? (JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Record<string, Expected>)
  : {};
const files = Object.keys(expected).filter((file) => /\.(?:txt|pdf)$/u.test(file));
const texts = files.filter((file) => file.endsWith(".txt"));

function listExpected(facts: Expected["facts"]): ReadonlyMap<string, unknown> {
  const list = new Map<string, unknown>();
  for (const [table, rows] of Object.entries(facts)) {
    if (Array.isArray(rows))
      for (const { label, unit, thisYear, cumulative } of rows as readonly Indicator[]) {
        list.set(`${table}.${label}.thisYear`, { value: thisYear, unit });
        list.set(`${table}.${label}.cumulative`, { value: cumulative, unit });
      }
    else
      for (const [row, cells] of Object.entries(rows as Numbers))
        for (const [column, value] of Object.entries(cells))
          list.set(`${table}.${row}.${column}`, value);
  }
  return list;
}

function listFound(facts: readonly Fact[]): ReadonlyMap<string, unknown> {
  const list = new Map<string, unknown>();
  for (const { table, row, column, label, value, unit } of facts)
    if (table === "indicators") list.set(`${table}.${label}.${column}`, { value, unit });
    else list.set(`${table}.${row}.${column}`, value);
  return list;
}

describe.skipIf(!isHere)("real reports", () => {
  let gazetteer: Gazetteer;
  beforeAll(() => {
    gazetteer = loadGazetteer();
  });

  async function extract(file: string): Promise<{ text: string; reading: Extraction }> {
    const bytes = readFileSync(join(folder, file));
    return {
      text: bytes.toString("utf8"),
      reading: await extractReport({ bytes, file, address: null }, gazetteer),
    };
  }

  it.each(files)("%s says what a careful reader takes from it", async (file) => {
    const { reading } = await extract(file);
    const wanted = expected[file];
    expect({
      agency: reading.agency?.name,
      division: reading.division,
      level: reading.level,
      year: reading.year,
      form: reading.form,
      published: reading.published,
      sections: reading.sections.map(({ kind }) => kind),
    }).toEqual({
      agency: wanted?.agency,
      division: wanted?.division,
      level: wanted?.level,
      year: wanted?.year,
      form: wanted?.form,
      published: wanted?.published,
      sections: wanted?.sections,
    });
    expect(reading.indexNumber).toBe(wanted?.indexNumber ?? null);
    expect(listFound(reading.facts)).toEqual(listExpected(wanted?.facts ?? {}));
    expect(reading.warnings).toEqual([]);
    expect(extractionSchema.parse(reading)).toEqual(reading);
  });

  it.each(texts)("%s gives places that print the numbers", async (file) => {
    const { text, reading } = await extract(file);
    for (const { at, raw } of reading.facts)
      expect(at.in === "text" && text.slice(at.start, at.end)).toBe(raw);
  });

  it.each(files)("%s adds up", async (file) => {
    const { reading } = await extract(file);
    expect(reading.findings.filter(({ verdict }) => verdict === "fails")).toEqual([]);
    expect(reading.findings.filter(({ verdict }) => verdict === "holds")).not.toEqual([]);
  });

  it.each(files)("%s keeps its words and drops the frame of the page", async (file) => {
    const { reading } = await extract(file);
    const words = [reading.preamble ?? "", ...reading.sections.map((section) => section.text)].join(
      "\n",
    );
    expect(words).not.toMatch(/扫一扫|解读文章|当前位置|索\s*引\s*号/u);
    for (const { text } of reading.sections) expect(text.trim()).not.toBe("");
  });
});

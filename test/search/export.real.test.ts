import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { type ExportRow, exportSchema } from "../../search/export/export-row.ts";
import { exportSearch } from "../../search/export/export-search.ts";
import { writeJson } from "../../search/export/write-json.ts";
import { buildGrams } from "../../search/grams/build-grams.ts";
import { maxReachableHits, searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import type { SectionDocument } from "../../search/documents/section-document.ts";
import { buildRow } from "./facts/fact-rows.ts";
import { buildFictionalReport } from "./fictional-report.ts";
import { buildGrep } from "./plain-grep.ts";
import { buildTrueCorpus, listTrueSections } from "./true-corpus.ts";
import { openTrueSearch, type TrueSearch } from "./true-search.ts";
import { buildTypedQueries } from "./typed-query.ts";

const key = "requests.newReceived.total";
const capturedAt = "2025-01-01T00:00:00.000Z";
const loadCaptured = async (ids: readonly string[]) => new Map(ids.map((id) => [id, capturedAt]));

async function exportAll(search: TrueSearch, query: Partial<SearchQuery>) {
  return exportSearch(searchQuerySchema.parse(query), search.parts, loadCaptured);
}

async function readAll(rows: AsyncIterable<ExportRow>): Promise<readonly ExportRow[]> {
  const all: ExportRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const sortIds = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted();

describe("an export", () => {
  const reports = buildTrueCorpus();
  const sections = listTrueSections(reports);
  const byReport = new Map(reports.map(({ id }, at) => [id, at % 50] as const));
  const queries = buildTypedQueries(sections, { key, byReport });
  let search: TrueSearch;
  beforeAll(async () => {
    const facts = reports.map(({ id }) => buildRow(id, { [key]: byReport.get(id) ?? 0 }));
    search = await openTrueSearch(reports, facts);
  });
  afterAll(() => search.close());

  test("holds what the total counts and grep finds, whatever is asked", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(queries, async ({ text, holds }) => {
        const exported = await exportAll(search, { q: text });
        if (!exported.exact) return;
        const rows = await readAll(exported.rows);
        const result = await search.find({ q: text, verbatim: "1" });
        expect([text, rows.length, exported.total]).toEqual([text, result.total, result.total]);
        expect([text, sortIds(rows)]).toEqual([text, sortIds(sections.filter(holds))]);
        found += Number(rows.length > 1);
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(10);
  });

  test("holds every section whole, under filters too, the newest year first and as it stands", async () => {
    const { rows, total } = await exportAll(search, {
      q: "公开",
      section: ["overview", "requests"],
    });
    const all = await readAll(rows);
    const grep = buildGrep("公开");
    const held = sections.filter(
      ({ kind, texts }) => (kind === "overview" || kind === "requests") && texts.some(grep),
    );
    expect(total).toBe(held.length);
    expect(sortIds(all)).toEqual(sortIds(held));
    for (const row of all) {
      const section = held.find(({ id }) => id === row.id);
      expect(row).toMatchObject({
        reportId: section?.report.id,
        title: section?.report.title,
        agency: section?.report.agency,
        year: section?.report.year,
        section: section?.kind,
        text: section?.text,
        url: section?.report.capture.address,
        captured: capturedAt,
      });
    }
    const order = (row: ExportRow) => `${3000 - row.year} ${row.reportId} ${row.position}`;
    expect(all.map(order)).toEqual(all.map(order).toSorted());
    const again = await exportAll(search, { q: "公开", section: ["requests", "overview"] });
    expect(await readAll(again.rows)).toEqual(all);
  });

  test("corrects nothing and takes in nothing that holds less", async () => {
    const { total, rows } = await exportAll(search, { q: "公开 膘尔托闊闊" });
    expect([total, await readAll(rows)]).toEqual([0, []]);
  });

  test("breaks off where the index loses what was found", async () => {
    const { rows, total } = await exportAll(search, { year: [2018] });
    expect(total).toBeGreaterThan(1);
    const gone = reports.find(({ year }) => year === 2018);
    await search.engine.deleteDocuments("sections", [`${gone?.id}-0`]);
    await expect(readAll(rows)).rejects.toMatchObject({ name: "IndexChanged" });
  });
});

describe("an export of more sections than the engine pages through", () => {
  const phrase = "潮汐涨落观测";
  /** Every four characters of the phrase stand here in a row, but never all of them. */
  const parts = "潮汐涨落，汐涨落观，涨落观测";
  const count = maxReachableHits + 600;
  const [template] = buildSectionDocuments(
    buildFictionalReport({ regions: [], year: 2020, sections: [["other", "", "无"]] }),
    (text) => text,
  );
  const years = [2019, 2020, 2021, 2022];

  function buildStation(at: number): SectionDocument {
    if (template === undefined) throw new Error("no document");
    const content = `第${at}观测站：${at % 100 === 0 ? parts : phrase}。`;
    const id = `station-${at}`;
    const year = years[at % 8] ?? 2022;
    return {
      ...template,
      id,
      reportId: id,
      content,
      year,
      grams: { ...template.grams, content: buildGrams(content) },
    };
  }

  let search: TrueSearch;
  beforeAll(async () => {
    search = await openTrueSearch([]);
    const stations = Array.from({ length: count }, (_, at) => buildStation(at));
    await search.engine.addDocuments("sections", stations);
  });
  afterAll(() => search.close());

  test("is complete, each section once", async () => {
    const { rows, total, exact } = await exportAll(search, { q: "观测站" });
    const all = await readAll(rows);
    expect([total, exact, all.length]).toEqual([count, true, count]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(count);
  });

  test("waits until it is proved which of them hold a long phrase", async () => {
    const found = await exportAll(search, { q: `"${phrase}"` });
    expect([found.total, found.exact]).toEqual([count - count / 100, true]);
    let written = "";
    for await (const part of writeJson(found)) written += part;
    const { sections, total, query } = exportSchema.parse(JSON.parse(written));
    expect([sections.length, query]).toEqual([total, `"${phrase}"`]);
    expect(sections.filter(({ text }) => !text.includes(phrase))).toEqual([]);
  });
});

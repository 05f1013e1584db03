import { describe, expect, test } from "vitest";
import { EngineUnavailable } from "../../search/engine/engine-errors.ts";
import { type ExportRow, exportSchema, IndexChanged } from "../../search/export/export-row.ts";
import { csvColumns, writeCsv } from "../../search/export/write-csv.ts";
import { searchResultSchema } from "../../search/search-result.ts";
import { createApp } from "../../server/app.ts";
import { problemBodySchema } from "../../server/problem.ts";
import { countyReport } from "./fixture-report.ts";
import { buildDeps } from "./fixtures.ts";

const app = createApp(buildDeps());
const words = encodeURIComponent("行政处罚");

/** The cells of CSV by RFC 4180, read another way than they are written. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/gu,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const row: ExportRow = {
  id: "r-1",
  reportId: "r",
  position: 1,
  title: "青禾县2023年年报",
  region: [
    { code: "98", name: "澜川省" },
    { code: "980102", name: "青禾县" },
  ],
  agency: "青禾县人民政府",
  year: 2023,
  section: "problems",
  heading: "五、问题",
  text: '第一行，"引号"\n第二行, 逗号',
  url: null,
  captured: "2024-01-02T03:04:05.000Z",
  demo: true,
};

async function* stream(...rows: readonly ExportRow[]): AsyncGenerator<ExportRow> {
  yield* rows;
}

async function writeAll(rows: AsyncIterable<ExportRow>): Promise<string> {
  let text = "";
  for await (const part of writeCsv({ rows })) text += part;
  return text;
}

describe("CSV", () => {
  test("begins with the mark of UTF-8 and a line of names, and keeps every character of a text", async () => {
    const text = await writeAll(stream(row));
    expect(text.startsWith("\uFEFF报告编号,")).toBe(true);
    const [head, cells] = readCsv(text.slice(1));
    expect(head).toEqual(csvColumns.map(({ label }) => label));
    expect(cells).toEqual([
      "r",
      "1",
      row.title,
      "澜川省/青禾县",
      "980102",
      row.agency,
      "2023",
      "问题与改进",
      row.heading,
      row.text,
      "",
      row.captured,
      "是",
    ]);
  });

  test("gives a spreadsheet nothing to compute", async () => {
    for (const heading of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "－1"]) {
      const [, cells] = readCsv((await writeAll(stream({ ...row, heading }))).slice(1));
      expect(cells?.[8]).toBe(`'${heading}`);
    }
  });
});

describe("the export of a search", () => {
  test("as JSON has the sections that the search counts, with their texts", async () => {
    const response = await app.request(`/api/search.json?q=${words}&year=2024&page=7&size=3`);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "application/json; charset=utf-8",
    ]);
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const exported = exportSchema.parse(await response.json());
    const found = await app.request(`/api/search?q=${words}&year=2024&size=100`);
    const { hits, total } = searchResultSchema.parse(await found.json());
    const strict = hits.filter(({ relaxed }) => !relaxed).map(({ id }) => id);
    expect([exported.total, exported.sections.map(({ id }) => id)]).toEqual([total, strict]);
    expect(exported.query).toBe("行政处罚");
    const county = exported.sections.find(({ reportId }) => reportId === countyReport.id);
    expect(county?.text).toBe(countyReport.sections[county?.position ?? 0]?.text);
    expect(county?.captured).toBe(countyReport.capture.capturedAt);
  });

  test("as CSV has the same, and says how many they are", async () => {
    const response = await app.request(`/api/search.csv?q=${words}`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const total = Number(response.headers.get("x-total"));
    expect(total).toBeGreaterThan(1);
    expect(response.headers.get("x-exact")).toBe("true");
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(readCsv(text)).toHaveLength(total + 1);
    const head = await app.request(`/api/search.csv?q=${words}`, { method: "HEAD" });
    expect([head.headers.get("x-total"), await head.text()]).toEqual([String(total), ""]);
  });

  test("of nothing is empty, and of what cannot be asked is refused", async () => {
    const nothing = await app.request("/api/search.json?q=%E6%97%A0%E4%BA%BA%E5%86%99%E8%BF%87");
    expect(exportSchema.parse(await nothing.json()).sections).toEqual([]);
    const refused = await app.request("/api/search.csv?year=abc");
    expect(refused.status).toBe(400);
    expect(problemBodySchema.parse(await refused.json()).error.code).toBe("bad_request");
  });

  test("is 503 while the engine is away, and breaks off where it fails on the way", async () => {
    const away = createApp(
      buildDeps({
        exportSearch: () => Promise.reject(new EngineUnavailable("away", { timedOut: false })),
      }),
    );
    const refused = await away.request(`/api/search.csv?q=${words}`);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
    async function* breakOff(): AsyncGenerator<ExportRow> {
      yield row;
      throw new IndexChanged("gone");
    }
    const broken = createApp(
      buildDeps({
        exportSearch: async () => ({ query: "", total: 2, exact: true, rows: breakOff() }),
      }),
    );
    const response = await broken.request("/api/search.csv");
    await expect(response.text()).rejects.toMatchObject({ name: "IndexChanged" });
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildReportDocument, buildSectionDocuments } from "../search/documents/build-documents.ts";
import type { Engine, EngineQuery } from "../search/engine/engine.ts";
import { buildEngineFolder, loadEngineKey } from "../search/engine/engine-state.ts";
import { openSearch } from "../search/main.ts";
import { searchQuerySchema, type SearchQuery } from "../search/query.ts";
import { PhraseChecker } from "../search/strict/phrase-checker.ts";
import { codesOnly } from "../search/places/region-names.ts";
import type { SearchParts } from "../search/search-parts.ts";
import { searchReports } from "../search/search-reports.ts";
import { joinChunks } from "../search/facts/fact-columns.ts";
import { openSegmenter } from "../search/words/segmenter.ts";
import { buildSearchCorpus } from "./search-corpus.ts";

/** Milliseconds per search of one set at one number of clients, and our median in medians of the straight query. */
export interface SearchFigures {
  readonly set: string;
  readonly clients: number;
  readonly ours: Percentiles;
  readonly straight: Percentiles;
  readonly ratio: number;
}

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const sectionCount = 10_000;
const rounds = 10;

const words = [
  "行政处罚",
  "依申请公开",
  "政府信息公开条例",
  "乡村振兴",
  "村务公开栏",
  "保密审查",
  "营商环境",
  "8840",
  "IPv6",
  "青溪镇",
  "石桥镇 行政许可",
  "人居环境整治",
  "行政复议 -行政处罚",
  "政策解读 12",
  '"人民群众的知情权"',
  "第三方合法权益",
  "水库移民 补贴",
  "更新栏目",
  "群众关切",
  "安全生产检查",
];

/** Without filters a search is one question; with two facets chosen, the counts of each ask one more. */
const sets: Readonly<Record<string, readonly SearchQuery[]>> = {
  "all facets, no filter": words.map((q) => searchQuerySchema.parse({ q })),
  "year and province chosen": words.map((q) =>
    searchQuerySchema.parse({ q, year: [2021, 2022], region: ["91"] }),
  ),
};

/**
 * Measures our whole search (plan, engine, facets, highlighting) at 10,000 sections with one client and with eight,
 * beside the same questions sent straight to the same engine over a kept connection: same text, filters, facets,
 * limit and fields, the answer parsed as JSON. Each query is asked by all clients at once, ours and straight in
 * turns, so that other load of the machine meets both; the first round warms up and does not count.
 */
export async function benchSearch(): Promise<readonly SearchFigures[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "gongkai-bench-"));
  const { reports, placeNames } = buildSearchCorpus(sectionCount);
  const { engine, simplify, close } = await openSearch({ dataFolder, placeNames });
  try {
    const sections = reports.flatMap((report) => buildSectionDocuments(report, simplify));
    await engine.addDocuments("sections", sections);
    await engine.addDocuments("reports", reports.map(buildReportDocument));
    const key = await loadEngineKey(buildEngineFolder(dataFolder));
    const language = {
      segmenter: openSegmenter(placeNames),
      simplify,
      regions: codesOnly,
    };
    const figures: SearchFigures[] = [];
    for (const set of Object.keys(sets)) {
      for (const clients of [1, 8]) {
        const phrases = new PhraseChecker(engine);
        const readFacts = async () => joinChunks([]);
        const parts = { engine, language, phrases, readFacts, correct: () => [] };
        figures.push(await measureSet({ set, clients, parts, url: engine.url, key }));
      }
    }
    return figures;
  } finally {
    await close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

interface Measurement {
  readonly set: string;
  readonly clients: number;
  readonly parts: SearchParts;
  readonly url: string;
  readonly key: string;
}

async function measureSet({ set, clients, parts, url, key }: Measurement): Promise<SearchFigures> {
  const queries = sets[set] ?? [];
  const straightBodies = await Promise.all(queries.map((query) => recordBody(query, parts)));
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ours: number[] = [];
  const straight: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, query] of queries.entries()) {
      const body = straightBodies[index] ?? "";
      const mine = await timeBurst(clients, () => searchReports(query, parts));
      const theirs = await timeBurst(clients, () => sendStraight({ url, key, body, agent }));
      if (round >= 0) {
        ours.push(...mine);
        straight.push(...theirs);
      }
    }
  }
  agent.destroy();
  const [mine, theirs] = [readPercentiles(ours), readPercentiles(straight)];
  return { set, clients, ours: mine, straight: theirs, ratio: mine.p50 / theirs.p50 };
}

/** The first questions that our search asks, as a body for the engine. */
async function recordBody(query: SearchQuery, parts: SearchParts): Promise<string> {
  let asked: readonly EngineQuery[] = [];
  const multiSearch: Engine["multiSearch"] = (queries) => {
    if (asked.length === 0) asked = queries;
    return parts.engine.multiSearch(queries);
  };
  await searchReports(query, { ...parts, engine: { ...parts.engine, multiSearch } });
  const queries = asked.map((question) => ({
    indexUid: question.index,
    q: question.text,
    matchingStrategy: question.strategy,
    filter: question.filter,
    facets: question.facets,
    sort: question.sort,
    limit: question.limit,
    offset: question.offset,
    attributesToRetrieve: question.fields,
  }));
  return JSON.stringify({ queries });
}

/** All clients ask at once; returns the milliseconds of each. */
function timeBurst(clients: number, ask: () => Promise<unknown>): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: clients }, async () => {
      const started = performance.now();
      await ask();
      return performance.now() - started;
    }),
  );
}

interface StraightRequest {
  readonly url: string;
  readonly key: string;
  readonly body: string;
  readonly agent: Agent;
}

function sendStraight({ url, key, body, agent }: StraightRequest): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${key}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const target = new URL("/multi-search", url);
    const outgoing = request(target, { method: "POST", agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function readPercentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The figures as lines of a table, milliseconds as p50/p95/p99. */
export function formatSearchFigures(figures: readonly SearchFigures[]): string {
  const show = ({ p50, p95, p99 }: Percentiles): string =>
    [p50, p95, p99].map((value) => value.toFixed(1)).join(" / ");
  const rows = figures.map(
    ({ set, clients, ours, straight, ratio }) =>
      `| ${set} | ${clients} | ${show(ours)} | ${show(straight)} | ${ratio.toFixed(2)} |`,
  );
  return [
    "| search | clients | ours, ms | straight, ms | ratio |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${formatSearchFigures(await benchSearch())}\n`);
}

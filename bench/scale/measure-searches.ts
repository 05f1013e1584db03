// A process that only searches: node --import tsx measure-searches.ts <data folder> <sections>
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openFactSource } from "../../corpus/store/open-fact-source.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import { buildSearchCorpus } from "../search-corpus.ts";
import { readResident } from "./read-resident.ts";

/** Searches as people type them, most of them with many hits. */
const words = [
  "行政处罚",
  "依申请公开",
  "政府信息公开条例",
  "乡村振兴",
  "村务公开栏",
  "保密审查",
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
  "更新栏目 year:2019..2021",
  "行政许可 OR 行政强制",
  "哪些乡镇收到了行政复议申请",
  "安全生产检查",
];
const rounds = 10;
const mostPatienceMs = 120_000;

const [dataFolder = "", sections = "0"] = process.argv.slice(2);
const store = await openStore({ file: join(dataFolder, "gongkai.db") });
const { placeNames } = buildSearchCorpus(Number(sections));
const opened = await openSearch({ dataFolder, placeNames, facts: openFactSource(store) });
await opened.readFacts();
await readPhrases(opened);
for (const group of ["none", "report"] as const)
  for (const clients of [1, 8]) print(await describeSearches(opened, { group, clients }));
const own = process.memoryUsage().rss / 1e6;
print(
  `memory after that: engine ${readResident(opened.engine.url).toFixed(0)} MB, server ${own.toFixed(0)} MB`,
);
await opened.close();
await store.close();

/** Long phrases are read in the background where they have many candidates: until then their answers are approximate. */
async function readPhrases({ search }: Search): Promise<void> {
  const started = performance.now();
  for (let left = [...words]; left.length > 0; await sleep(500)) {
    const answers = await Promise.all(
      left.map(async (q) => ({ q, ...(await search(searchQuerySchema.parse({ q }))) })),
    );
    left = answers.filter(({ exact }) => !exact).map(({ q }) => q);
    if (performance.now() - started > mostPatienceMs) break;
  }
  print(`all answers exact after ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function describeSearches(
  { search }: Search,
  { group, clients }: { readonly group: SearchQuery["group"]; readonly clients: number },
): Promise<string> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const q of words) {
      const query = searchQuerySchema.parse({ q, group });
      const found = Array.from({ length: clients }, async () => {
        const started = performance.now();
        await search(query);
        return performance.now() - started;
      });
      const burst = await Promise.all(found);
      // The first round warms up.
      if (round >= 0) times.push(...burst);
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const read = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `search, group ${group}, ${clients} clients: p50 ${read(0.5)} ms, p95 ${read(0.95)} ms, p99 ${read(0.99)} ms`;
}

import { fileURLToPath } from "node:url";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { createApp } from "../server/app.ts";
import { buildEntryFinder } from "../search/suggest/entry-finder.ts";
import { openNameMemory } from "../search/suggest/name-memory.ts";
import { openSimplifier } from "../search/words/simplify-chinese.ts";
import { buildSuggester } from "../search/suggest/suggest.ts";
import type { SuggestEntry } from "../search/suggest/suggest-entry.ts";
import { buildDeps } from "../test/server/fixtures.ts";

/** Milliseconds for one typed text, alone and as an answer of the server, beside a plain look through all names. */
export interface SuggestFigures {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const entryCount = 50_000;
const rounds = 100;
/** As they are typed: single letters, names, pinyin, initials, words apart, years, terms, a wrong character. */
const typed = (
  "g 官 gz 镇 20 官庄 guan gzz zhen guanzhuang 人民政府 教育局 观庄镇 城关+官 官庄镇+2024 城关镇+行政 " +
  "xianrenminzhengfu 没有这个地方 ysqgk"
)
  .split(" ")
  .map((text) => text.replace("+", " "));

/**
 * Measures suggestions over 50,000 names of the official list: the suggester, `GET /api/suggest` through the whole
 * app, and `includes` over every name with its parents and pinyin, which is the least that a plain search would do.
 */
export async function benchSuggest(): Promise<readonly SuggestFigures[]> {
  const entries = buildEntries(loadGazetteer([]));
  const language = { simplify: openSimplifier(), readName: openNameMemory() };
  const names = buildEntryFinder(entries, language.readName);
  const suggest = buildSuggester({ names, years: [2019, 2020, 2021, 2022, 2023, 2024] }, language);
  const app = createApp(buildDeps({ suggest: async (text, limit) => suggest(text, limit) }));
  const texts = entries.map(({ name, parents }) => {
    const { full, initials } = language.readName(name).stemPinyin;
    return `${parents.join("")}${name}|${full}|${initials}`;
  });
  const [alone, answered, plain]: [number[], number[], number[]] = [[], [], []];
  for (let round = -5; round < rounds; round += 1) {
    for (const text of typed) {
      const times = [
        await time(() => suggest(text, 8)),
        await time(async () =>
          (await app.request(`/api/suggest?q=${encodeURIComponent(text)}`)).json(),
        ),
        await time(() => texts.filter((each) => each.includes(text)).length),
      ];
      if (round < 0) continue;
      for (const [index, list] of [alone, answered, plain].entries()) list.push(times[index] ?? 0);
    }
  }
  return [
    { what: "suggester", ...readPercentiles(alone) },
    { what: "GET /api/suggest", ...readPercentiles(answered) },
    { what: "plain look through all names", ...readPercentiles(plain) },
  ];
}

/** Places from the list's beginning, and governments of places from its end. */
function buildEntries(gazetteer: Gazetteer): readonly SuggestEntry[] {
  const places = gazetteer.divisions.slice(0, 30_000);
  const agencies = gazetteer.divisions.slice(-(entryCount - places.length));
  const describe = (code: string) => {
    const parents = gazetteer.path(code).map(({ name }) => name);
    return { value: code, detail: parents.join(" › "), parents, query: { region: [code] } };
  };
  return [
    ...places.map(({ code, name, parent }, index): SuggestEntry => {
      return { ...describe(parent ?? ""), kind: "place", name, value: code, reports: index % 37 };
    }),
    ...agencies.map(({ code, name }): SuggestEntry => {
      return { ...describe(code), kind: "agency", name: `${name}人民政府`, reports: 3 };
    }),
  ];
}

async function time(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function readPercentiles(times: readonly number[]): Omit<SuggestFigures, "what"> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The figures as lines of a table, milliseconds. */
export function formatSuggestFigures(figures: readonly SuggestFigures[]): string {
  const rows = figures.map(
    ({ what, p50, p95, p99 }) =>
      `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${p99.toFixed(2)} |`,
  );
  return ["| suggestions | p50 | p95 | p99 |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${formatSuggestFigures(await benchSuggest())}\n`);
}

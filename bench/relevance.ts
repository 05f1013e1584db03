import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildCorpus, type RelevanceCorpus } from "./relevance/build-corpus.ts";
import { formatFailures } from "./relevance/format-failures.ts";
import { formatHalf, type SystemOutcomes } from "./relevance/format-report.ts";
import { listQueries } from "./relevance/judged-query.ts";
import { judgeQueries, measureSystem, type JudgedTruth } from "./relevance/measure-system.ts";
import { halves, type Half } from "./relevance/planting.ts";
import { testQueries } from "./relevance/queries-test.ts";
import { tuningQueries } from "./relevance/queries-tuning.ts";
import { groonga } from "./relevance/systems/groonga.ts";
import { meilisearch } from "./relevance/systems/meilisearch.ts";
import { ours } from "./relevance/systems/ours.ts";
import { postgresql } from "./relevance/systems/postgresql.ts";
import { sqlite } from "./relevance/systems/sqlite.ts";
import { SystemMissing, type System } from "./relevance/systems/system.ts";

const systems: readonly System[] = [ours, meilisearch, sqlite, postgresql, groonga];

export interface RelevanceOptions {
  readonly halves: readonly Half[];
  readonly systems: readonly string[];
  /** Lists the worst queries of ours, of the tuning half. */
  readonly failures: boolean;
}

const everything: RelevanceOptions = {
  halves: ["tuning", "test"],
  systems: systems.map(({ name }) => name),
  failures: false,
};

/**
 * Measures how well systems answer the judged queries on the same corpus, one system after the other, and returns the
 * figures as markdown. What is not installed is left out with a sentence.
 */
export async function describeRelevance(options: RelevanceOptions = everything): Promise<string> {
  const corpus = buildCorpus();
  const rows = { tuning: tuningQueries, test: testQueries };
  const queries = options.halves.flatMap((half) => listQueries(half, rows[half]));
  const truths = judgeQueries(queries, corpus.sections);
  const measured: SystemOutcomes[] = [];
  const left: string[] = [];
  for (const system of systems.filter(({ name }) => options.systems.includes(name))) {
    const outcomes = await measureOne(system, corpus, truths);
    if (typeof outcomes === "string") left.push(outcomes);
    else measured.push({ name: system.name, outcomes });
  }
  const { reports, sections } = corpus;
  const head = `${sections.length} sections of ${reports.length} reports, ${queries.length} queries.`;
  const own = measured.find(({ name }) => name === ours.name);
  return [
    head,
    ...left,
    ...options.halves.map((half) => formatHalf(half, measured)),
    ...(options.failures && own !== undefined ? [formatFailures(own.outcomes, sections)] : []),
  ].join("\n\n");
}

/** The outcomes, or the sentence that says how to install what is missing. */
async function measureOne(
  system: System,
  corpus: RelevanceCorpus,
  truths: readonly JudgedTruth[],
): Promise<SystemOutcomes["outcomes"] | string> {
  try {
    const open = await system.open(corpus);
    try {
      return await measureSystem(open, truths);
    } finally {
      await open.close();
    }
  } catch (error) {
    if (error instanceof SystemMissing) return error.message;
    throw error;
  }
}

/** Reads `--half tuning|test`, `--systems ours,sqlite` and `--failures`; without them both halves and all systems. */
function readOptions(args: readonly string[]): RelevanceOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      half: { type: "string" },
      systems: { type: "string" },
      failures: { type: "boolean", default: false },
    },
  });
  const names = values.systems?.split(",") ?? systems.map(({ name }) => name);
  const unknown = names.filter((name) => !systems.some((system) => system.name === name));
  if (unknown.length > 0)
    throw new Error(`--systems takes ${systems.map(({ name }) => name).join(",")}.`);
  const chosen = halves.filter((half) => values.half === undefined || half === values.half);
  if (chosen.length === 0) throw new Error(`--half takes ${halves.join(" or ")}.`);
  return { halves: chosen, systems: names, failures: values.failures };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await describeRelevance(readOptions(process.argv.slice(2)))}\n`);
}

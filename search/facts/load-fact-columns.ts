import { setImmediate as pause } from "node:timers/promises";
import type { CurrentVersion, FactSource } from "../../corpus/fact-source.ts";
import {
  buildChunk,
  chunkLength,
  type FactChunk,
  type FactColumns,
  joinChunks,
  mergeChunks,
  type ReportFacts,
} from "./fact-columns.ts";

/** How many reports are asked for at a time: a question that SQLite answers in some 20 ms, for it blocks. */
const listed = 5_000;
const loaded = 250;

/**
 * The columns of the reports as they are now, made of those of an earlier state: only what came or changed since is
 * loaded. Works in slices of a few tens of milliseconds, between which others run.
 */
export async function loadFactColumns(
  source: FactSource,
  earlier: FactColumns,
): Promise<FactColumns> {
  const current = await loadCurrent(source);
  const held = new Map(
    earlier.chunks.flatMap(({ reports }) => reports.map((one) => [one.reportId, one.version])),
  );
  const gone = new Set([...held].filter(([id, version]) => current.get(id) !== version).map(first));
  const wanted = listWanted(current, held);
  if (gone.size === 0 && wanted.length === 0) return earlier;
  const kept = await dropReports(earlier.chunks, gone);
  const added = await loadChunks(source, wanted);
  return joinChunks(await mergeSmallChunks([...kept, ...added]));
}

/** In the order of their versions, in which stores keep them. */
function listWanted(
  current: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, number>,
): readonly CurrentVersion[] {
  return [...current]
    .filter(([reportId, version]) => held.get(reportId) !== version)
    .map(([reportId, version]) => ({ reportId, version }))
    .toSorted((a, b) => a.version - b.version);
}

function first<T>([one]: readonly [T, unknown]): T {
  return one;
}

async function loadCurrent(source: FactSource): Promise<ReadonlyMap<string, number>> {
  const current = new Map<string, number>();
  for (let after: string | undefined = ""; after !== undefined;) {
    const page: readonly CurrentVersion[] = await source.loadCurrent(after, listed);
    for (const { reportId, version } of page) current.set(reportId, version);
    after = page.at(-1)?.reportId;
    await pause();
  }
  return current;
}

async function dropReports(
  chunks: readonly FactChunk[],
  gone: ReadonlySet<string>,
): Promise<readonly FactChunk[]> {
  const kept: FactChunk[] = [];
  for (const chunk of chunks) {
    const isWhole = !chunk.reports.some(({ reportId }) => gone.has(reportId));
    if (!isWhole) await pause();
    kept.push(isWhole ? chunk : mergeChunks([chunk], gone));
  }
  return kept;
}

const noFacts: ReadonlyMap<string, number> = new Map();

async function loadChunks(
  source: FactSource,
  wanted: readonly CurrentVersion[],
): Promise<readonly FactChunk[]> {
  const chunks: FactChunk[] = [];
  let rows: ReportFacts[] = [];
  for (let from = 0; from < wanted.length; from += loaded) {
    const page = wanted.slice(from, from + loaded);
    const answers = await source.loadFacts(page.map(({ version }) => version));
    const facts = new Map(answers.map((answer) => [answer.version, answer.facts]));
    rows.push(...page.map((one) => ({ ...one, facts: facts.get(one.version) ?? noFacts })));
    await pause();
    if (rows.length + loaded <= chunkLength && from + loaded < wanted.length) continue;
    chunks.push(buildChunk(rows));
    rows = [];
    await pause();
  }
  return chunks;
}

/** Every change leaves a small chunk behind: those that fit into one become one. */
async function mergeSmallChunks(chunks: readonly FactChunk[]): Promise<readonly FactChunk[]> {
  const isSmall = ({ reports }: FactChunk) => reports.length <= chunkLength / 2;
  const merged: FactChunk[] = [];
  let group: FactChunk[] = [];
  for (const chunk of chunks.filter(isSmall)) {
    if (countReports([...group, chunk]) > chunkLength) {
      merged.push(mergeChunks(group, new Set()));
      group = [];
      await pause();
    }
    group.push(chunk);
  }
  const last = group.length > 1 ? [mergeChunks(group, new Set())] : group;
  const all = [...chunks.filter((chunk) => !isSmall(chunk)), ...merged, ...last];
  return all.filter(({ reports }) => reports.length > 0);
}

function countReports(chunks: readonly FactChunk[]): number {
  return chunks.reduce((sum, { reports }) => sum + reports.length, 0);
}

import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadIndexing } from "../corpus/store/indexing.ts";
import { openStore, type Store } from "../corpus/store/open-store.ts";
import { prepareReports } from "../indexer/prepare-reports.ts";
import { rebuildIndex } from "../indexer/rebuild-index.ts";
import { buildEngineFolder, loadEngineKey } from "../search/engine/engine-state.ts";
import { openSearch, type Search } from "../search/main.ts";
import { BareEngine } from "./scale/bare-engine.ts";
import { saveCorpus } from "./scale/save-corpus.ts";
import { buildSearchCorpus } from "./search-corpus.ts";

const block = 1000;
const searches = fileURLToPath(new URL("scale/measure-searches.ts", import.meta.url));

/**
 * Measures the search at its intended size as lines of text: how long a full rebuild takes beside the bare engine given
 * the same documents ready-made, and in a process of its own how long searches take with all facets and passages, and
 * how much memory is used.
 */
export async function describeScale(sections = 200_000): Promise<string> {
  const dataFolder = await mkdtemp(join(tmpdir(), "gongkai-bench-"));
  const store = await openStore({ file: join(dataFolder, "gongkai.db") });
  try {
    const { reports, placeNames } = buildSearchCorpus(sections);
    await saveCorpus(store, reports);
    const opened = await openSearch({ dataFolder, placeNames });
    const rebuilt = await describeRebuild(opened, { store, dataFolder });
    await opened.close();
    const args = ["--import", "tsx", searches, dataFolder, String(sections)];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" });
    return [`${sections} sections`, rebuilt, stdout.trim()].join("\n");
  } finally {
    await store.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

interface Place {
  readonly store: Store;
  readonly dataFolder: string;
}

async function describeRebuild({ engine, simplify }: Search, place: Place): Promise<string> {
  const { store, dataFolder } = place;
  // Reports are compared with each other once, when they are read, and that is no part of a rebuild.
  await rebuildIndex({ store, engine, simplify });
  const started = performance.now();
  await rebuildIndex({ store, engine, simplify });
  const ours = (performance.now() - started) / 1000;
  const files = await writeDocuments(place, simplify);
  const key = await loadEngineKey(buildEngineFolder(dataFolder));
  const theirs = await timeBare(new BareEngine({ url: engine.url, key }), files);
  return `rebuild: ours ${ours.toFixed(0)} s, the bare engine with the same documents ${theirs.toFixed(0)} s, ratio ${(ours / theirs).toFixed(2)}`;
}

interface DocumentFile {
  readonly index: "sections" | "reports";
  readonly file: string;
}

async function writeDocuments(
  { store, dataFolder }: Place,
  simplify: Search["simplify"],
): Promise<readonly DocumentFile[]> {
  const files: DocumentFile[] = [];
  for (let after = ""; ;) {
    const pending = await loadIndexing(store, after, block);
    const last = pending.at(-1);
    if (last === undefined) return files;
    after = last.reportId;
    const prepared = await prepareReports(store, simplify, pending);
    const documents = {
      sections: prepared.flatMap(({ sections }) => sections),
      reports: prepared.flatMap(({ report }) => report ?? []),
    };
    for (const index of ["sections", "reports"] as const) {
      const file = join(dataFolder, `${index}-${files.length}.ndjson`);
      await writeFile(file, documents[index].map(({ line }) => line.toString()).join("\n"));
      files.push({ index, file });
    }
  }
}

async function timeBare(bare: BareEngine, files: readonly DocumentFile[]): Promise<number> {
  await bare.makeIndexes();
  const started = performance.now();
  for (const { index, file } of files) await bare.add(index, await readFile(file, "utf8"));
  await bare.wait();
  const seconds = (performance.now() - started) / 1000;
  await bare.remove();
  return seconds;
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { sections: { type: "string" } } });
  process.stdout.write(`${await describeScale(Number(values.sections ?? 200_000))}\n`);
}

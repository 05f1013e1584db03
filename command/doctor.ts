import { access, constants, statfs } from "node:fs/promises";
import pc from "picocolors";
import { z } from "zod";
import type { Config } from "../config.ts";
import { openCorpus } from "../corpus/main.ts";
import { makeFolder } from "../corpus/make-folder.ts";
import { loadHoldings } from "../corpus/store/holdings.ts";
import { loadIndexingState } from "../corpus/store/indexing.ts";
import { locateEngine } from "../search/engine/locate-engine.ts";
import { openSearch } from "../search/main.ts";
import type { Command } from "./command.ts";

/** One thing looked at: `note` is what was seen, `mend` what to do where it is not well. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly note: string;
  readonly mend: string | null;
}

const optionsSchema = z.object({ json: z.boolean().default(false) });
const leastFreeBytes = 2 * 1024 ** 3;

/** Looks at everything that the program needs and says what to mend. */
export const doctor: Command = {
  name: "doctor",
  arguments: "",
  summary: "check what the program needs, and say what to mend",
  options: [{ flags: "--json", meaning: "print a JSON array of the checks" }],
  example: "npx gongkai doctor",
  exitCodes: { 1: "something is not well" },
  run: async (context, _args, values) => {
    const { json } = optionsSchema.parse(values);
    const checks: Check[] = [];
    for (const [name, look] of Object.entries(looks)) {
      const check = await examine(name, () => look(context.config));
      checks.push(check);
      if (!json) context.terminal.print(formatCheck(check));
    }
    if (json) context.terminal.printJson(checks);
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};

/** A look returns what it saw, or throws an error whose message says what to do. */
const looks: Readonly<Record<string, (config: Config) => Promise<string>>> = {
  node: async () => process.version,
  "data folder": lookAtFolder,
  "free space": lookAtSpace,
  store: lookAtStore,
  "search engine": lookAtEngine,
  index: lookAtIndex,
};

async function examine(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, note: await look(), mend: null };
  } catch (error) {
    const mend = error instanceof Error ? error.message : String(error);
    return { name, ok: false, note: "not well", mend };
  }
}

function formatCheck({ name, ok, note, mend }: Check): string {
  const sign = ok ? pc.green("✓") : pc.red("✗");
  return `${sign} ${name.padEnd(14)} ${mend ?? note}`;
}

async function lookAtFolder({ dataFolder }: Config): Promise<string> {
  makeFolder(dataFolder);
  await access(dataFolder, constants.R_OK | constants.W_OK);
  return dataFolder;
}

async function lookAtSpace({ dataFolder }: Config): Promise<string> {
  const { bavail, bsize } = await statfs(dataFolder);
  const gigabytes = ((bavail * bsize) / 1024 ** 3).toFixed(1);
  if (bavail * bsize >= leastFreeBytes) return `${gigabytes} GB`;
  throw new Error(`only ${gigabytes} GB are free: make room, the engine wants 2 GB and more`);
}

async function lookAtStore(config: Config): Promise<string> {
  const corpus = await openCorpus(config);
  try {
    const { reports, sections, demoReports } = await loadHoldings(corpus.store);
    return `${reports} reports, ${sections} sections${demoReports > 0 ? ", the demo among them" : ""}`;
  } finally {
    await corpus.close();
  }
}

async function lookAtEngine(config: Config): Promise<string> {
  const location = await locateEngine(config);
  const where = location.kind === "remote" ? location.url : location.path;
  const search = await openSearch(config);
  try {
    const { version, bytes } = await search.engine.fetchStats();
    return `Meilisearch ${version} (${where}), ${Math.round(bytes / 1024 ** 2)} MB`;
  } finally {
    await search.close();
  }
}

async function lookAtIndex(config: Config): Promise<string> {
  const corpus = await openCorpus(config);
  const search = await openSearch(config);
  try {
    const { documents, pending } = await loadIndexingState(corpus.store);
    const held = await search.engine.countDocuments("sections");
    if (held === documents && pending === 0) return `${held} sections`;
    throw new Error(
      `holds ${held} of ${documents} sections, ${pending} reports wait: run npx gongkai index`,
    );
  } finally {
    await search.close();
    await corpus.close();
  }
}

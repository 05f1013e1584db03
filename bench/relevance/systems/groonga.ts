import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { RelevanceCorpus } from "../build-corpus.ts";
import { buildRawDocument } from "./raw-document.ts";
import { findFreePort, ProgramFailed, runProgram, startServer, stopServer } from "./run-program.ts";
import { splitQuery } from "./split-query.ts";
import { SystemMissing, type OpenSystem, type System, type SystemAnswer } from "./system.ts";

/** Groonga with its usual tokenizer and normalizer, ranked by its score as it comes. */
export const groonga: System = { name: "groonga", open: openGroonga };

const columns = ["title", "heading", "content", "places"] as const;
const attempts = 100;
const batch = 1000;

async function openGroonga({ sections }: RelevanceCorpus): Promise<OpenSystem> {
  await checkInstalled();
  const folder = await mkdtemp(join(tmpdir(), "gongkai-relevance-"));
  const port = await findFreePort();
  const place = ["--bind-address", "127.0.0.1", "-p", String(port)];
  const server = startServer("groonga", [
    "-s",
    "--protocol",
    "http",
    ...place,
    "-n",
    join(folder, "db"),
  ]);
  const close = async (): Promise<void> => {
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
  };
  const base = `http://127.0.0.1:${port}/d/`;
  try {
    await waitForAnswer(base);
    await createTables(base);
    const documents = sections.map((section) => {
      const { id, title, heading, content, places } = buildRawDocument(section);
      return { _key: id, title, heading, content, places };
    });
    for (let start = 0; start < documents.length; start += batch) {
      const body = JSON.stringify(documents.slice(start, start + batch));
      await send(buildAddress(base, "load", { table: "Sections" }), body);
    }
    return { search: (q, size) => askGroonga(base, q, size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function checkInstalled(): Promise<void> {
  try {
    await runProgram("groonga", ["--version"]);
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    throw new SystemMissing("Groonga is left out: apt-get install groonga.");
  }
}

async function waitForAnswer(base: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await call(base, "status", {});
      return;
    } catch (error) {
      if (attempt >= attempts) throw error;
      await sleep(100);
    }
  }
}

async function createTables(base: string): Promise<void> {
  await call(base, "table_create", {
    name: "Sections",
    flags: "TABLE_HASH_KEY",
    key_type: "ShortText",
  });
  for (const name of columns)
    await call(base, "column_create", {
      table: "Sections",
      name,
      flags: "COLUMN_SCALAR",
      type: "Text",
    });
  await call(base, "table_create", {
    name: "Terms",
    flags: "TABLE_PAT_KEY",
    key_type: "ShortText",
    default_tokenizer: "TokenBigram",
    normalizer: "NormalizerAuto",
  });
  await call(base, "column_create", {
    table: "Terms",
    name: "index",
    flags: "COLUMN_INDEX|WITH_POSITION|WITH_SECTION",
    type: "Sections",
    source: columns.join(","),
  });
}

/** A header of code, times and, for a failure, the reason; then the result, which a failure lacks. */
const answerSchema = z.tuple([z.array(z.unknown())]).rest(z.unknown());
const selectSchema = z
  .tuple([z.tuple([z.tuple([z.int()]), z.array(z.unknown())]).rest(z.tuple([z.string()]))])
  .rest(z.unknown());

async function askGroonga(base: string, q: string, size: number): Promise<SystemAnswer> {
  const answer = await call(base, "select", {
    table: "Sections",
    match_columns: columns.join("||"),
    query: buildQuery(q),
    output_columns: "_key",
    sort_keys: "-_score",
    limit: String(size),
  });
  const [[[total], , ...rows]] = selectSchema.parse(answer);
  return { ids: rows.map(([key]) => key), total };
}

/** Its own syntax: words side by side mean all of them, `-` excludes, OR is OR; phrases are quoted. */
function buildQuery(q: string): string {
  const words = splitQuery(q).map(({ text, excluded }) => {
    if (text === "OR") return "OR";
    const quoted = `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
    return excluded ? `-${quoted}` : quoted;
  });
  const negatives = words.filter((word) => word.startsWith("-"));
  return [...words.filter((word) => !word.startsWith("-")), ...negatives].join(" ");
}

type Options = Readonly<Record<string, string>>;

function call(base: string, command: string, options: Options): Promise<unknown> {
  return send(buildAddress(base, command, options));
}

function buildAddress(base: string, command: string, options: Options): URL {
  return new URL(`${base}${command}?${new URLSearchParams(options).toString()}`);
}

async function send(address: URL, body?: string): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(
    address,
    body === undefined ? {} : { method: "POST", headers, body },
  );
  const [header, result] = answerSchema.parse(await response.json());
  if (header[0] !== 0)
    throw new ProgramFailed(`Groonga refused ${address.pathname}: ${String(header[3])}`);
  return result;
}

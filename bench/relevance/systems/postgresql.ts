import { access, chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { RelevanceCorpus } from "../build-corpus.ts";
import { buildRawDocument, type RawDocument } from "./raw-document.ts";
import { runProgram, startServer, stopServer } from "./run-program.ts";
import { splitQuery } from "./split-query.ts";
import { SystemMissing, type OpenSystem, type SystemAnswer, type System } from "./system.ts";

/**
 * PostgreSQL with pg_trgm: every word by ILIKE over a trigram index, ranked by word similarity; where no section holds
 * every word, those that are similar enough by its default threshold.
 */
export const postgresql: System = { name: "postgresql", open: openPostgresql };

const programs = "/usr/lib/postgresql/15/bin";
const extension = "/usr/share/postgresql/15/extension/pg_trgm.control";
const attempts = 100;

async function openPostgresql({ sections }: RelevanceCorpus): Promise<OpenSystem> {
  const account = await findAccount();
  const folder = await mkdtemp(join(tmpdir(), "gongkai-relevance-"));
  await chown(folder, account.uid, account.gid);
  const data = join(folder, "data");
  const setup = ["-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.utf8"];
  await runProgram(join(programs, "initdb"), setup, account);
  const server = startServer(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, "-c", "listen_addresses=", "-F"],
    account,
  );
  let client: pg.Client | null = null;
  const close = async (): Promise<void> => {
    await client?.end();
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const connected = await connect(folder);
    client = connected;
    await load(connected, sections.map(buildRawDocument));
    return { search: (q, size) => askPostgresql(connected, q, size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The server refuses to run as root: then as its own account. */
async function findAccount(): Promise<{ uid: number; gid: number }> {
  try {
    await access(join(programs, "postgres"));
    await access(extension);
    if (process.getuid?.() !== 0)
      return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    const [uid, gid] = await Promise.all(
      ["-u", "-g"].map(async (flag) => Number(await runProgram("id", [flag, "postgres"]))),
    );
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  } catch {
    // The sentence below says what is missing.
  }
  throw new SystemMissing(
    "PostgreSQL is left out: apt-get install postgresql-15 postgresql-contrib.",
  );
}

async function connect(folder: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ host: folder, user: "bench", database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt >= attempts) throw error;
      await sleep(100);
    }
  }
}

async function load(client: pg.Client, documents: readonly RawDocument[]) {
  await client.query("create extension pg_trgm");
  await client.query("create table sections (id text primary key, body text not null)");
  const ids = documents.map(({ id }) => id);
  const bodies = documents.map(({ title, heading, content, places }) =>
    [title, heading, content, places].join("\n"),
  );
  await client.query("insert into sections select * from unnest($1::text[], $2::text[])", [
    ids,
    bodies,
  ]);
  await client.query("create index on sections using gin (body gin_trgm_ops)");
  await client.query("analyze sections");
}

async function askPostgresql(client: pg.Client, q: string, size: number): Promise<SystemAnswer> {
  const words = splitQuery(q);
  const wanted = words.filter(({ excluded }) => !excluded).map(({ text }) => text);
  const conditions = words.map(
    ({ excluded }, index) => `body ${excluded ? "not " : ""}ilike $${index + 2}`,
  );
  const patterns = words.map(({ text }) => `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
  const typed = wanted.join(" ");
  const strict = { where: conditions.join(" and "), values: [typed, ...patterns], size };
  const found = await rank(client, strict);
  if (found.ids.length > 0) return found;
  return rank(client, { where: "$1 <% body", values: [typed], size });
}

/** A condition with its values, the first of which is what was typed. */
interface Selection {
  readonly where: string;
  readonly values: readonly string[];
  readonly size: number;
}

async function rank(client: pg.Client, { where, values, size }: Selection): Promise<SystemAnswer> {
  const { rows } = await client.query<{ id: string; n: string }>(
    `select id, count(*) over () as n from sections where ${where}
     order by word_similarity($1::text, body) desc, id limit ${size}`,
    [...values],
  );
  return { ids: rows.map(({ id }) => id), total: Number(rows[0]?.n ?? 0) };
}

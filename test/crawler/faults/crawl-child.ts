// A worker of its own process over the store and archive of a folder, whose hosts lie on a port of this machine. It
// crawls the sources that were asked for, prints what happens as lines of JSON, and ends when all are crawled or by
// SIGINT or SIGTERM. Arguments: --root <folder> --port <port> [--patience <ms>]
// [--grace <ms>] [--lock-wait <ms>] [--no-engine] [--reads].
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import { openStore } from "../../../corpus/store/open-store.ts";
import { countUnfinished } from "../../../corpus/store/schedule.ts";
import { openCrawler } from "../../../crawler/main.ts";
import { runWorker } from "../../../crawler/schedule/run-worker.ts";

const { values } = parseArgs({
  options: {
    root: { type: "string", default: "" },
    port: { type: "string", default: "0" },
    patience: { type: "string", default: "2000" },
    grace: { type: "string", default: "1000" },
    "lock-wait": { type: "string" },
    "no-engine": { type: "boolean", default: false },
    reads: { type: "boolean", default: false },
  },
});
const closedPort = 1;
const stopping = new AbortController();
// A file that may not grow stands for a full disk: its writes fail then, as on one, instead of ending the process. Node
// undoes what a shell says of this signal.
process.on("SIGXFSZ", () => {});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const store = await openStore({ file: join(values.root, "gongkai.db") });
const lockWait = values["lock-wait"];
if (lockWait !== undefined)
  await sql`pragma busy_timeout = ${sql.lit(Number(lockWait))}`.execute(store.db);
const archive = await openArchive({ folder: join(values.root, "archive"), store });
const crawler = await openCrawler({
  corpus: { store, archive },
  userAgent: "GongkaiBot/0 (+mailto:crawl@gongkai.test)",
  contact: "crawl@gongkai.test",
  chromium: undefined,
  demo: async (host, port) => {
    if (host.startsWith("nowhere.")) throw Object.assign(new Error(host), { code: "ENOTFOUND" });
    const own = port === 443 ? closedPort : Number(values.port);
    return [{ address: "127.0.0.1", family: 4, port: own }];
  },
  limits: { patienceMs: Number(values.patience), graceMs: Number(values.grace) },
  onEvent: print,
});
const readPending = await openReading();
print({ type: "opened" });
const watch = setInterval(() => {
  print({ type: "memory", rss: process.memoryUsage().rss });
  void endWhenDone();
}, 200);

async function endWhenDone(): Promise<void> {
  const taken = await store.db
    .selectFrom("source")
    .where("claimed_by", "is not", null)
    .select("id")
    .execute();
  if (taken.length + (await countUnfinished(store)) === 0) stopping.abort();
}

/** Reads what came, where that is wanted; its parts take their time to load. */
async function openReading(): Promise<() => Promise<number>> {
  if (!values.reads) return async () => 0;
  const { loadGazetteer } = await import("../../../corpus/divisions/load-gazetteer.ts");
  const { demoDivisions } = await import("../../../demo/list-demo.ts");
  const { readPending } = await import("../../../indexer/read-pending.ts");
  const gazetteer = loadGazetteer([demoDivisions]);
  const readClock = () => new Date().toISOString();
  const targets = { store, archive, gazetteer, divisionLists: [demoDivisions], readClock };
  return () => readPending(targets);
}

const tell = (message: string): void => print({ type: "trouble", at: "", message });
await runWorker(
  {
    store,
    crawler,
    readPending,
    indexPending: async () => {
      if (values["no-engine"]) throw new Error("The search engine does not answer.");
      return 0;
    },
    report: (sentence) => print({ type: "worker", sentence }),
    complain: tell,
  },
  { stop: stopping.signal, pauseMs: 50 },
);
clearInterval(watch);
await readPending();
await crawler.close();
await archive.close();
await store.close();
print({ type: "closed" });

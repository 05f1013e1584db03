// Our crawler in a process of its own: node --import tsx crawl-with-ours.ts <entries> <folder> <port> <delay in ms>
// With `--go-on` it crawls the sources that the folder holds, and says when it asks for its first page; with `--resume` too, and ends when it asks for its first page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import type { Source } from "../../corpus/source.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { loadSources, saveSources } from "../../corpus/store/sources.ts";
import type { CrawlEvent } from "../../crawler/crawl/crawl-event.ts";
import { StoreCrawler } from "../../crawler/crawl/store-crawler.ts";
import { openClient } from "../../crawler/http/http-client.ts";

const [entries = "", folder = "", port = "0", delay = "0", mode] = process.argv.slice(2);
const figures = { pages: 0, reports: 0, first: 0, last: 0 };

const store = await openStore({ file: join(folder, "gongkai.db") });
const archive = await openArchive({ folder: join(folder, "archive"), store });
if (mode === undefined) await saveSources(store, listSources(), "demo");
const resolve = async () => [{ address: "127.0.0.1", family: 4 as const, port: Number(port) }];
const userAgent = "GongkaiBot/bench (+https://gongkai.test/bot)";
const client = openClient({ userAgent, resolve, allowPrivate: true });
const pace = { responses: 0, leastMs: Number(delay), mostMs: Number(delay) };
const openRenderer = () => Promise.reject(new Error("No page of these portals needs a browser."));
const network = { client, resolve, pace, openRenderer };
const owner = `bench ${process.pid}`;
const parts = { store, archive, owner, findNetwork: () => network, now: Date.now, onEvent };
const crawler = new StoreCrawler(parts, { patienceMs: 2_000, hosts: 32 });
for (const source of await loadSources(store)) await crawler.begin(source, "schedule");
await crawler.waitUntilIdle();
await crawler.close();
client.close();
await archive.close();
await store.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);

function onEvent(event: CrawlEvent): void {
  if (event.type === "asking" && figures.first === 0) noteFirst();
  if (event.type === "trouble") process.stderr.write(`${event.message}\n`);
  if (event.type !== "visited") return;
  figures.pages += 1;
  if (!event.url.includes("/t20240115_") || event.failure !== null) return;
  figures.reports += 1;
  figures.last = Date.now() / 1000;
}

function noteFirst(): void {
  figures.first = Date.now() / 1000;
  if (mode === "--go-on") process.stdout.write("asked\n");
  if (mode !== "--resume") return;
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exit(0);
}

function listSources(): readonly Source[] {
  return readFileSync(entries, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((entry, at) => ({
      id: `host-${at}`,
      division: "990121",
      agency: null,
      entry,
      kind: "portal",
      render: "http",
      notes: "",
    }));
}

import { demoDivisions } from "../demo/list-demo.ts";
import { loadSourceList } from "../crawler/sources/load-source-list.ts";
import { syncSourceList } from "../crawler/sources/sync-source-list.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { Crawler } from "../crawler/crawler.ts";
import type { WorkerParts } from "../crawler/schedule/run-worker.ts";
import { indexPending } from "../indexer/index-pending.ts";
import { readPending } from "../indexer/read-pending.ts";
import { syncIndex } from "../indexer/sync-index.ts";
import type { Search } from "../search/main.ts";
import type { CommandContext } from "./command.ts";
import { openCrawling } from "./open-crawling.ts";
import type { HeldParts } from "./open-parts.ts";
import { openScan } from "./open-scan.ts";
import { requireContact } from "./require-contact.ts";

/** What a worker works with, and what ends it. */
export interface OpenWorker extends WorkerParts {
  readonly close: () => Promise<void>;
}

/** What a worker is opened over: it crawls and reads before the search is there, and indexes then. */
export interface WorkerBase extends HeldParts {
  readonly openSearch: () => Promise<Search>;
}

/** Readies what the worker works with; the portals of the demo are served once they are asked. */
export async function openWorker(
  parts: WorkerBase,
  context: CommandContext,
  onEvent: (event: CrawlEvent) => void = (event) => tellTrouble(event, context),
): Promise<OpenWorker> {
  const { corpus, gazetteer, openSearch } = parts;
  const { terminal, config, stop } = context;
  const { store } = corpus;
  await syncSourceList(store, loadSourceList(gazetteer));
  const crawling = await openCrawling(context, { corpus, onEvent });
  const { scan, close: closeScan } = openScan(context);
  const crawler: Crawler = {
    ...crawling.crawler,
    begin: async (source, cause) => {
      requireContact(config, [source]);
      return crawling.crawler.begin(source, cause);
    },
  };
  const readClock = () => new Date().toISOString();
  const readTargets = { ...corpus, gazetteer, divisionLists: [demoDivisions], readClock, scan };
  const wishes = { stop };
  const progress = { isSynced: false };
  return {
    store,
    crawler,
    readPending: () => readPending(readTargets, wishes),
    indexPending: async () => {
      const { engine, simplify } = await openSearch();
      const indexTargets = { store, engine, simplify };
      if (progress.isSynced) return indexPending(indexTargets, wishes);
      const count = await syncIndex(indexTargets, wishes);
      progress.isSynced = true;
      return count;
    },
    report: (sentence) => terminal.say(sentence),
    complain: (sentence) => terminal.complain(sentence),
    close: async () => {
      await crawling.close();
      await closeScan();
    },
  };
}

/** Of what happens in the background only what goes wrong with the crawler itself is told. */
export function tellTrouble(event: CrawlEvent, { terminal }: CommandContext): void {
  if (event.type === "trouble") terminal.complain(`crawling: ${event.message}`);
}

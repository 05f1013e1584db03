import { setTimeout } from "node:timers/promises";
import { loadHoldings } from "../corpus/store/holdings.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { Search } from "../search/main.ts";
import type { StartedServer } from "../server/main.ts";
import { runWorker } from "../crawler/schedule/run-worker.ts";
import type { Command, CommandContext } from "./command.ts";
import { type CrawlProgress, startCrawlProgress } from "./crawl-progress.ts";
import { addDemo, isDemoLoaded } from "./load-demo.ts";
import { type HeldParts, openHeldParts } from "./open-parts.ts";
import { type OpenWorker, openWorker, tellTrouble } from "./open-worker.ts";
import { prepareSearch, type SearchToCome } from "./search-to-come.ts";
import { readFactsEarly } from "./read-facts-early.ts";
import { startApp, waitForStop } from "./start-app.ts";

/** How often is looked whether the demo has been loaded. Milliseconds. */
const demoPauseMs = 250;

/** Everything in one process: engine, server, worker. */
export const up: Command = {
  name: "up",
  arguments: "",
  summary: "start everything on this machine: search engine, server, worker (also: npm start)",
  options: [],
  example: "npx gongkai up",
  run: async (context) => {
    context.terminal.say("starting…");
    const parts = await openHeldParts(context);
    const search = prepareSearch(parts, context);
    try {
      await runAll({ parts, search }, context);
      return 0;
    } finally {
      await search.close();
      await parts.corpus.close();
    }
  },
};

interface AllParts {
  readonly parts: HeldParts;
  readonly search: SearchToCome;
}

async function runAll({ parts, search }: AllParts, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const isEmpty = (await loadHoldings(parts.corpus.store)).reports === 0;
  if (isEmpty) await addDemo(parts.corpus.store, terminal);
  // Before the search engine, which may need a while: what is crawled can be watched, and reports can be read.
  const server = await startApp({ ...parts, search: search.served }, context);
  try {
    terminal.say(
      isEmpty
        ? `It can be watched at ${server.url}/sources while it goes on.`
        : `${server.url} shows what is held; searches are answered once the search engine has started.`,
    );
    await workBeside({ parts, search, server }, context, isEmpty);
  } finally {
    await server.close();
  }
}

/** Crawls, reads and indexes until it is told to stop; throws where the search cannot be opened. */
async function workBeside(
  { parts, search, server }: AllParts & { readonly server: StartedServer },
  context: CommandContext,
  isEmpty: boolean,
): Promise<void> {
  const shown: { progress: CrawlProgress | null } = { progress: null };
  const onEvent = (event: CrawlEvent) =>
    shown.progress === null ? tellTrouble(event, context) : shown.progress.show(event);
  const worker = await openWorker({ ...parts, openSearch: search.open }, context, onEvent);
  // While the progress of the demo is shown it says the same.
  const report = (sentence: string) =>
    shown.progress === null ? worker.report(sentence) : undefined;
  if (isEmpty) shown.progress = startCrawlProgress(context.terminal);
  const failing = new AbortController();
  const stop = AbortSignal.any([context.stop, failing.signal]);
  const working = runWorker({ ...worker, report }, { stop });
  try {
    await Promise.race([search.open(), waitForStop(stop)]);
    if (isEmpty) await waitForDemo(worker, stop);
    shown.progress?.finish();
    shown.progress = null;
    if (!stop.aborted) tellReady(await search.open(), server, context);
    await working;
  } finally {
    failing.abort();
    await working;
    await worker.close();
  }
}

function tellReady(search: Search, server: StartedServer, context: CommandContext): void {
  readFactsEarly(search, context);
  context.terminal.print(`listening on ${server.url}`);
  context.terminal.say("Open the address above in a browser; Ctrl+C stops everything.");
}

async function waitForDemo({ store }: OpenWorker, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && !(await isDemoLoaded(store))) {
    await setTimeout(demoPauseMs, null, { signal: stop }).catch(() => {});
  }
}

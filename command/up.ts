import { setTimeout } from "node:timers/promises";
import { loadHoldings } from "../corpus/store/holdings.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import { runWorker } from "../crawler/schedule/run-worker.ts";
import type { Command, CommandContext } from "./command.ts";
import { type CrawlProgress, startCrawlProgress } from "./crawl-progress.ts";
import { addDemo, isDemoLoaded } from "./load-demo.ts";
import { openParts, type Parts } from "./open-parts.ts";
import { type OpenWorker, openWorker, tellTrouble } from "./open-worker.ts";
import { startApp } from "./start-app.ts";

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
    const { terminal } = context;
    terminal.say("starting the search engine…");
    const parts = await openParts(context);
    try {
      await runAll(parts, context);
      return 0;
    } finally {
      await parts.close();
    }
  },
};

async function runAll(parts: Parts, context: CommandContext): Promise<void> {
  const { terminal, stop } = context;
  const isEmpty = (await loadHoldings(parts.corpus.store)).reports === 0;
  if (isEmpty) await addDemo(parts.corpus.store, terminal);
  const shown: { progress: CrawlProgress | null } = { progress: null };
  const onEvent = (event: CrawlEvent) =>
    shown.progress === null ? tellTrouble(event, context) : shown.progress.show(event);
  const worker = await openWorker(parts, context, onEvent);
  const server = await startApp(parts, context).catch(async (error: unknown) => {
    await worker.close();
    throw error;
  });
  if (isEmpty) terminal.say(`It can be watched at ${server.url}/sources while it goes on.`);
  if (isEmpty) shown.progress = startCrawlProgress(terminal);
  // While the progress of the demo is shown it says the same.
  const report = (sentence: string) =>
    shown.progress === null ? worker.report(sentence) : undefined;
  const working = runWorker({ ...worker, report }, { stop });
  try {
    if (isEmpty) {
      await waitForDemo(worker, stop);
      shown.progress?.finish();
      shown.progress = null;
    }
    if (!stop.aborted) {
      terminal.print(`listening on ${server.url}`);
      terminal.say("Open the address above in a browser; Ctrl+C stops everything.");
    }
    await working;
  } finally {
    await server.close();
    await worker.close();
  }
}

async function waitForDemo({ store }: OpenWorker, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && !(await isDemoLoaded(store))) {
    await setTimeout(demoPauseMs, null, { signal: stop }).catch(() => {});
  }
}

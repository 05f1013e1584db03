import { setTimeout } from "node:timers/promises";
import { loadHoldings } from "../corpus/store/holdings.ts";
import { listDemoFiles } from "../demo/list-demo.ts";
import { importFile } from "../indexer/import-file.ts";
import { indexPending } from "../indexer/index-pending.ts";
import type { Command, CommandContext } from "./command.ts";
import { openParts, type Parts } from "./open-parts.ts";
import { startApp } from "./start-app.ts";
import { updateIndex } from "./update-index.ts";

/** How often the worker looks for reports that another process left to be indexed. */
const workerPauseMs = 3_000;

/** Everything in one process: engine, server, worker. */
export const up: Command = {
  name: "up",
  arguments: "",
  summary: "start everything on this machine: search engine, server, worker (also: npm start)",
  options: [],
  example: "npx gongkai up",
  run: async (context) => {
    const { terminal, stop } = context;
    terminal.say("starting the search engine…");
    const parts = await openParts(context);
    try {
      if ((await loadHoldings(parts.corpus.store)).reports === 0) {
        await loadDemo(parts, context);
        await updateIndex(parts, context);
      }
      if (stop.aborted) return 0;
      const server = await startApp(parts, context);
      terminal.say("Open the address above in a browser; Ctrl+C stops everything.");
      await work(parts, context);
      await server.close();
      return 0;
    } finally {
      await parts.close();
    }
  },
};

/** Fills an empty corpus with the fictional reports, so that there is something to look at. */
async function loadDemo({ corpus, gazetteer }: Parts, context: CommandContext): Promise<void> {
  const { terminal, stop } = context;
  const files = listDemoFiles();
  terminal.say(
    `The corpus is empty: loading ${files.length} fictional reports (示例数据). ` +
      "`npx gongkai import --without-demo <path>` replaces them with yours.",
  );
  const targets = { ...corpus, gazetteer, readClock: () => new Date().toISOString() };
  const progress = terminal.startProgress("reading", files.length);
  for (const [index, { file, address }] of files.entries()) {
    if (stop.aborted) break;
    const outcome = await importFile(
      { file, address, agency: null, year: null, demo: true },
      targets,
    );
    if (outcome.state === "refused") terminal.complain(`${outcome.file}: ${outcome.reason}`);
    progress.advance(index + 1);
  }
  progress.finish();
}

/**
 * Brings the index up to date while the server already answers, and then, until asked to stop, indexes what
 * other processes (an import that was cut short) left pending.
 */
async function work(parts: Parts, context: CommandContext): Promise<void> {
  const { terminal, stop } = context;
  const targets = { ...parts.search, store: parts.corpus.store };
  let job: () => Promise<unknown> = () => updateIndex(parts, context);
  while (!stop.aborted) {
    try {
      await job();
      job = () => indexPending(targets, { stop });
    } catch (error) {
      terminal.complain(
        `indexing waits: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    await setTimeout(workerPauseMs, null, { signal: stop }).catch(() => {});
  }
}

import { z } from "zod";
import { loadFailures } from "../corpus/store/frontier/load-failures.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { Crawler } from "../crawler/crawler.ts";
import type { Command, CommandContext } from "./command.ts";
import { chooseSources } from "./choose-sources.ts";
import { startCrawlProgress } from "./crawl-progress.ts";
import { describeFailures } from "./crawl-summary.ts";
import { describeOddities, loadOddities } from "./describe-oddities.ts";
import { openCrawling } from "./open-crawling.ts";
import { leaveOutStrangers } from "./leave-out-strangers.ts";
import { type HeldParts, openHeldParts } from "./open-parts.ts";
import { printImpact } from "./print-impact.ts";
import { readCaptures } from "./read-captures.ts";
import { requireContact } from "./require-contact.ts";
import { prepareSearch } from "./search-to-come.ts";
import { updateIndex } from "./update-index.ts";

const optionsSchema = z.object({
  impact: z.boolean().default(false),
  all: z.boolean().default(false),
  json: z.boolean().default(false),
});
type CrawlOptions = z.infer<typeof optionsSchema>;

/** Crawls sources now, and reads and indexes what came. */
export const crawl: Command = {
  name: "crawl",
  arguments: "[source...]",
  summary:
    "fetch the reports of sources, all scheduled ones if none is named, and make them searchable",
  options: [
    {
      flags: "--impact",
      meaning: "only print the planned requests per host and day, and ask nobody anything",
    },
    { flags: "--all", meaning: "visit every known address again, however lately it was visited" },
    { flags: "--json", meaning: "print what happens as one JSON object a line" },
  ],
  example: "npx gongkai crawl qingshan",
  exitCodes: {
    1: "a host was stopped, a source brought nothing, the crawl was ended before it was done, or what it brought could not be indexed",
  },
  run: async (context, names, values) => {
    const options = optionsSchema.parse(values);
    const parts = await openHeldParts(context);
    try {
      const chosen = await chooseSources(parts, names);
      if (options.impact) return await printImpact(parts, chosen, { context, json: options.json });
      const sources = names.length === 0 ? leaveOutStrangers(chosen, context) : chosen;
      requireContact(context.config, sources);
      return (await crawlAndRead(parts, sources, { context, options })) ? 0 : 1;
    } finally {
      await parts.corpus.close();
    }
  },
};

/** False where something was not done, which has been told by then. */
async function crawlAndRead(
  parts: HeldParts,
  sources: readonly HeldSource[],
  job: CrawlJob,
): Promise<boolean> {
  const { isDone, vain } = await crawlAll(parts, sources, job);
  await readCaptures(parts, job.context);
  const isIndexed = await indexCrawled(parts, job.context);
  const isWhole = await sumUp(parts, sources, job);
  for (const id of vain)
    job.context.terminal.complain(
      `${id} brought nothing: none of the pages asked for was there. Is its entry still right?`,
    );
  return isDone && isIndexed && isWhole && vain.length === 0;
}

/** Makes what was read searchable; false where the search engine is not there, which loses nothing. */
async function indexCrawled(parts: HeldParts, context: CommandContext): Promise<boolean> {
  // The next indexing makes up for it.
  if (context.stop.aborted) return false;
  const search = prepareSearch(parts, context);
  try {
    await updateIndex({ ...parts, search: await search.open() }, context);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.terminal.complain(
      `What was crawled is kept but cannot be searched yet; npx gongkai index makes it so later. ${reason}`,
    );
    return false;
  } finally {
    await search.close();
  }
}

interface CrawlJob {
  readonly context: CommandContext;
  readonly options: CrawlOptions;
}

/** How crawls went: `vain` are the ids of sources whose every visit failed. */
interface CrawlOutcome {
  /** False where they were stopped before their end. */
  readonly isDone: boolean;
  readonly vain: readonly string[];
}

async function crawlAll(
  { corpus }: HeldParts,
  sources: readonly HeldSource[],
  { context, options }: CrawlJob,
): Promise<CrawlOutcome> {
  const { terminal, stop } = context;
  const progress = options.json ? null : startCrawlProgress(terminal);
  const asked = new Map<string, boolean>();
  const onEvent = (event: CrawlEvent) => {
    if (event.type === "visited")
      asked.set(event.sourceId, asked.get(event.sourceId) === true || event.failure === null);
    if (options.json) terminal.print(JSON.stringify(event));
    else progress?.show(event);
  };
  const limits = { revisitAll: options.all };
  const crawling = await openCrawling(context, { corpus, onEvent, limits });
  try {
    const isDone = await runCrawl(crawling.crawler, sources, stop);
    return { isDone, vain: [...asked].flatMap(([id, isThere]) => (isThere ? [] : [id])) };
  } finally {
    await crawling.close().finally(() => progress?.finish());
  }
}

async function runCrawl(
  crawler: Crawler,
  sources: readonly HeldSource[],
  stop: AbortSignal,
): Promise<boolean> {
  for (const source of sources) if (!stop.aborted) await crawler.begin(source, "command");
  const stopped = new Promise<void>((resolve) =>
    stop.addEventListener("abort", () => resolve(), { once: true }),
  );
  if (!stop.aborted) await Promise.race([crawler.waitUntilIdle(), stopped]);
  return !stop.aborted;
}

/** Says what gave nothing and what comes next; false where a host was stopped. */
async function sumUp(
  { corpus }: HeldParts,
  sources: readonly HeldSource[],
  { context, options }: CrawlJob,
): Promise<boolean> {
  const ids = sources.map(({ id }) => id);
  const counts = await loadFailures(corpus.store, ids);
  const oddities = await loadOddities(corpus.store, ids);
  const { terminal } = context;
  if (options.json) {
    terminal.print(JSON.stringify({ type: "failures", failures: counts }));
    terminal.print(JSON.stringify({ type: "oddities", ...oddities }));
  } else {
    const lines = [...describeFailures(counts), ...describeOddities(oddities)];
    for (const line of lines) terminal.say(line);
  }
  return counts.every(({ failure }) => failure !== "challenge" && failure !== "domain-lost");
}

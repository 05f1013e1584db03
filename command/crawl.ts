import { z } from "zod";
import { loadFailures } from "../corpus/store/frontier/load-failures.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { Crawler } from "../crawler/crawler.ts";
import type { Command, CommandContext } from "./command.ts";
import { chooseSources } from "./choose-sources.ts";
import { startCrawlProgress } from "./crawl-progress.ts";
import { describeFailures } from "./crawl-summary.ts";
import { openCrawling } from "./open-crawling.ts";
import { openParts, type Parts } from "./open-parts.ts";
import { printImpact } from "./print-impact.ts";
import { readCaptures } from "./read-captures.ts";
import { mayCrawl, requireContact } from "./require-contact.ts";
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
  exitCodes: { 1: "a host was stopped, or the crawl was ended before it was done" },
  run: async (context, names, values) => {
    const options = optionsSchema.parse(values);
    const parts = await openParts(context);
    try {
      const chosen = await chooseSources(parts, names);
      const isAll = names.length === 0 && !options.impact;
      const sources = isAll ? leaveOutStrangers(chosen, context) : chosen;
      if (!options.impact) requireContact(context.config, sources);
      if (options.impact) return await printImpact(parts, sources, { context, json: options.json });
      const isDone = await crawlAll(parts, sources, { context, options });
      await readCaptures(parts, context);
      await updateIndex(parts, context);
      return (await sumUp(parts, sources, { context, options })) && isDone ? 0 : 1;
    } finally {
      await parts.close();
    }
  },
};

/** Without a contact all that needs none is crawled, and the rest is counted. */
function leaveOutStrangers(
  sources: readonly HeldSource[],
  { config, terminal }: CommandContext,
): readonly HeldSource[] {
  const own = sources.filter((source) => mayCrawl(config, source));
  const left = sources.length - own.length;
  if (left > 0 && own.length > 0)
    terminal.complain(`${left} sources are left out: set GONGKAI_CONTACT to have them crawled.`);
  return own.length > 0 ? own : sources;
}

interface CrawlJob {
  readonly context: CommandContext;
  readonly options: CrawlOptions;
}

/** False where it was stopped before its end. */
async function crawlAll(
  parts: Parts,
  sources: readonly HeldSource[],
  { context, options }: CrawlJob,
): Promise<boolean> {
  const { terminal, stop } = context;
  const progress = options.json ? null : startCrawlProgress(terminal);
  const onEvent = (event: CrawlEvent) => {
    if (options.json) terminal.print(JSON.stringify(event));
    else progress?.show(event);
  };
  const limits = { revisitAll: options.all };
  const crawling = await openCrawling(context, { corpus: parts.corpus, sources, onEvent, limits });
  try {
    return await runCrawl(crawling.crawler, sources, stop);
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
  { corpus }: Parts,
  sources: readonly HeldSource[],
  { context, options }: CrawlJob,
): Promise<boolean> {
  const ids = sources.map(({ id }) => id);
  const counts = await loadFailures(corpus.store, ids);
  if (options.json) context.terminal.print(JSON.stringify({ type: "failures", failures: counts }));
  else for (const line of describeFailures(counts)) context.terminal.say(line);
  return counts.every(({ failure }) => failure !== "challenge" && failure !== "domain-lost");
}

import { z } from "zod";
import { defaultAtOnce, runWorker } from "../crawler/schedule/run-worker.ts";
import { openHeldParts } from "./open-parts.ts";
import { openWorker, type WorkerBase } from "./open-worker.ts";
import { prepareSearch } from "./search-to-come.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";

const optionsSchema = z.object({ atOnce: z.number().default(defaultAtOnce) });

/** Crawls what is due until it is stopped. */
export const work: Command = {
  name: "work",
  arguments: "",
  summary:
    "crawl sources when they are due, and read and index what the crawls bring, until stopped; several may run beside each other on PostgreSQL",
  options: [
    {
      flags: "--at-once <count>",
      meaning: `how many sources to crawl at once, ${defaultAtOnce} if not given`,
      parse: parseCount,
    },
  ],
  example: "npx gongkai work",
  run: async (context, _, values) => {
    const { atOnce } = optionsSchema.parse(values);
    const parts = await openHeldParts(context);
    const search = prepareSearch(parts, context);
    try {
      await workOver({ ...parts, openSearch: search.open }, context, atOnce);
      return 0;
    } finally {
      await search.close();
      await parts.corpus.close();
    }
  },
};

/** Crawls, whether or not the search is there: a crawl that broke off goes on within seconds, and indexing waits. */
async function workOver(base: WorkerBase, context: CommandContext, atOnce: number): Promise<void> {
  const worker = await openWorker(base, context);
  try {
    context.terminal.say("waiting for sources that are due; Ctrl+C stops.");
    await runWorker(worker, { stop: context.stop, atOnce });
  } finally {
    await worker.close();
  }
}

function parseCount(value: string): number {
  const count = Number(value);
  if (/^\d{1,3}$/.test(value) && count >= 1) return count;
  throw new WrongUsage("write a number from 1 to 999.");
}

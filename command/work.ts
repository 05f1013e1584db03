import { z } from "zod";
import { defaultAtOnce, runWorker } from "../crawler/schedule/run-worker.ts";
import { openParts } from "./open-parts.ts";
import { type OpenWorker, openWorker } from "./open-worker.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";

const optionsSchema = z.object({ atOnce: z.number().default(defaultAtOnce) });

/** Crawls what is due until it is stopped. */
export const work: Command = buildWork(async (context) => {
  const parts = await openParts(context);
  try {
    const worker = await openWorker(parts, context);
    const close = async () => {
      await worker.close();
      await parts.close();
    };
    return { ...worker, close };
  } catch (error) {
    await parts.close();
    throw error;
  }
});

/** The command with what opens the worker's parts. */
export function buildWork(openWorker: (context: CommandContext) => Promise<OpenWorker>): Command {
  return {
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
      const worker = await openWorker(context);
      try {
        context.terminal.say("waiting for sources that are due; Ctrl+C stops.");
        await runWorker(worker, { stop: context.stop, atOnce });
        return 0;
      } finally {
        await worker.close();
      }
    },
  };
}

function parseCount(value: string): number {
  const count = Number(value);
  if (/^\d{1,3}$/.test(value) && count >= 1) return count;
  throw new WrongUsage("write a number from 1 to 999.");
}

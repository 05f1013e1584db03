import { z } from "zod";
import { markAllReadings } from "../corpus/store/readings.ts";
import { rebuildIndex } from "../indexer/rebuild-index.ts";
import type { Command } from "./command.ts";
import { openParts } from "./open-parts.ts";
import { readCaptures } from "./read-captures.ts";
import { updateIndex } from "./update-index.ts";

const optionsSchema = z.object({
  rebuild: z.boolean().default(false),
  reread: z.boolean().default(false),
});

/** Brings the search index up to date with the store. */
export const index: Command = {
  name: "index",
  arguments: "",
  summary: "bring the search index up to date with the store",
  options: [
    {
      flags: "--rebuild",
      meaning: "build it anew beside the one in use and swap; import nothing meanwhile",
    },
    {
      flags: "--reread",
      meaning:
        "read everything that was crawled from the archive again first, as this release reads it",
    },
  ],
  example: "npx gongkai index --rebuild",
  run: async (context, _args, values) => {
    const { rebuild, reread } = optionsSchema.parse(values);
    const parts = await openParts(context);
    try {
      if (reread) await markAllReadings(parts.corpus.store);
      if (reread) context.terminal.say(`${await readCaptures(parts, context)} contents read`);
      const reports = await updateIndex(parts, context, rebuild ? rebuildIndex : undefined);
      context.terminal.say(`${reports} reports indexed`);
      return context.stop.aborted ? 1 : 0;
    } finally {
      await parts.close();
    }
  },
};

import type { Command } from "./command.ts";
import { openParts } from "./open-parts.ts";
import { readFactsEarly } from "./read-facts-early.ts";
import { startApp, waitForStop } from "./start-app.ts";

/** The server alone: no import, no indexing. */
export const serve: Command = {
  name: "serve",
  arguments: "",
  summary: "serve the pages and the HTTP API, and nothing else",
  options: [],
  example: "GONGKAI_PORT=8080 npx gongkai serve",
  run: async (context) => {
    const parts = await openParts(context);
    try {
      const server = await startApp(parts, context);
      readFactsEarly(parts.search, context);
      context.terminal.print(`listening on ${server.url}`);
      await waitForStop(context.stop);
      await server.close();
      return 0;
    } finally {
      await parts.close();
    }
  },
};

import { openSearch } from "../../../search/main.ts";

/** A process of its own for the tests: holds the engine of a data folder and waits to be told to end, or killed. */
const [dataFolder = ""] = process.argv.slice(2);
const search = await openSearch({ dataFolder });
process.stdout.write(`${JSON.stringify({ url: search.engine.url })}\n`);
process.stdin.once("data", () => {
  void search.close().then(() => process.exit(0));
});

import { demoDivisions } from "../demo/list-demo.ts";
import { readPending } from "../indexer/read-pending.ts";
import type { CommandContext } from "./command.ts";
import type { Parts } from "./open-parts.ts";
import { openScan } from "./open-scan.ts";
import type { Progress } from "./terminal.ts";

/** Reads what crawls have archived and nobody has read yet, with progress. Returns how many contents. */
export async function readCaptures(
  { corpus, gazetteer }: Pick<Parts, "corpus" | "gazetteer">,
  context: CommandContext,
): Promise<number> {
  const { terminal, stop } = context;
  const { scan, close } = openScan(context);
  const readClock = () => new Date().toISOString();
  const started: Progress[] = [];
  const onProgress = (done: number, total: number) => {
    if (started.length === 0) started.push(terminal.startProgress("reading", total));
    started[0]?.advance(done);
  };
  const targets = { ...corpus, gazetteer, divisionLists: [demoDivisions], readClock, scan };
  try {
    return await readPending(targets, { stop, onProgress });
  } finally {
    started[0]?.finish();
    await close();
  }
}

import type { Search } from "../search/main.ts";
import type { CommandContext } from "./command.ts";

/** Loads the numbers of all reports in slices beside the first requests, so that the first search by one finds them. */
export function readFactsEarly(search: Search, { terminal }: CommandContext): void {
  search.readFacts().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.complain(`The numbers of the reports are not loaded yet: ${reason}`);
  });
}

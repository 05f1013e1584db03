import { createHash } from "node:crypto";
import { z } from "zod";
import { readTree, type Markup } from "../links/markup.ts";
import { readWords } from "../links/walk-tree.ts";

/** So many addresses in a row that show one short page are too many. */
const mostInARow = 3;
/**
 * A page that is still shown so long after its first time is how the host shows missing pages: the host was left alone
 * four times by then, for a quarter of an hour and twice as long each time. Milliseconds.
 */
const burstMs = 4 * 3_600_000;
const longest = 400;

/**
 * A short page that a host showed in place of others, saying that they do not exist: a mark of its words, how many
 * addresses in a row showed it, and since when they do, in milliseconds since 1970. Plain JSON.
 */
export const suspectPageSchema = z.object({
  mark: z.string(),
  count: z.int().min(0),
  since: z.number(),
});
export type SuspectPage = Readonly<z.infer<typeof suspectPageSchema>>;

/** The same for pages of the same words, numbers not counted. */
export function markPage(page: { readonly text: string; readonly markup?: Markup }): string {
  const words = readWords(readTree(page), longest).replace(/[\w./:?=&%-]+/gu, "");
  return createHash("sha256").update(words).digest("hex").slice(0, 16);
}

/** What is known of a host's short page after one that shows `mark`, or after a real page (null). */
export function noteSuspect(
  known: SuspectPage | null,
  mark: string | null,
  now: number,
): SuspectPage | null {
  if (mark === null) return known === null || known.count === 0 ? known : { ...known, count: 0 };
  return known?.mark === mark && known.count > 0
    ? { ...known, count: known.count + 1 }
    : { mark, count: 1, since: now };
}

/** Whether a host that shows this page now does so after a burst of requests, rather than because pages are missing. */
export function isBurst(known: SuspectPage | null, mark: string, now: number): boolean {
  const noted = noteSuspect(known, mark, now);
  return noted !== null && noted.count >= mostInARow && now - noted.since < burstMs;
}

import type { Config } from "../config.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import { isStranger } from "../corpus/is-stranger.ts";
import { ContactMissing } from "./open-visitors.ts";

/** Throws ContactMissing where somebody else's host is to be asked and nobody says who asks. */
export function requireContact(
  { crawlContact }: Pick<Config, "crawlContact">,
  sources: readonly HeldSource[],
): void {
  const stranger = sources.find((source) => !mayCrawl({ crawlContact }, source));
  if (stranger === undefined) return;
  throw new ContactMissing(
    `Set GONGKAI_CONTACT to your e-mail address or a page about you before ${stranger.id} is crawled: the crawler tells every site who it is.`,
  );
}

/** Whether a source can be crawled as the settings are: hosts of this machine and the demo need no contact. */
export function mayCrawl(
  { crawlContact }: Pick<Config, "crawlContact">,
  source: HeldSource,
): boolean {
  return crawlContact !== undefined || !isStranger(source);
}

import { isOwnHost } from "./is-own-host.ts";
import type { HeldSource } from "./store/sources.ts";

/** What is asked: a source, or an address that is none yet. */
export type AskedEntry = Pick<HeldSource, "entry"> & Partial<Pick<HeldSource, "origin">>;

/**
 * Whether the hosts of an entry are somebody else's: neither of this machine nor of the demo. They are asked politely,
 * and only by a crawler that says who is behind it (`GONGKAI_CONTACT`).
 */
export function isStranger({ entry, origin }: AskedEntry): boolean {
  return origin !== "demo" && !isOwnHost(entry);
}

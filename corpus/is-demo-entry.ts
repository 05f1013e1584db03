import type { AskedEntry } from "./is-stranger.ts";

/** Whether an entry lies on the fictional portals of the demo, or on a host with a name like theirs. */
export function isDemoEntry({ entry, origin }: AskedEntry): boolean {
  if (origin === "demo") return true;
  const filled = entry.replace(/[{}|]/gu, "");
  if (!URL.canParse(filled)) return false;
  return new URL(filled).hostname.replace(/\.$/u, "").endsWith(".gov.test");
}

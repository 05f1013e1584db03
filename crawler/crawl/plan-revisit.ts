import type { Revisit } from "../../corpus/store/frontier/build-revisited.ts";
import { formatTime } from "./crawl-parts.ts";

const dayMs = 86_400_000;
/** A report is visited again in this rhythm; one found lately more often, since most corrections come soon. */
export const revisitDays = { old: 30, young: 3, youngFor: 90, failed: 30 } as const;

const endOfTime = "9999";

/**
 * What a new crawl visits again at `now` (milliseconds since 1970). Where a person asked for it (`isEager`), addresses
 * that gave nothing are tried at once; with `all`, everything is.
 */
export function planRevisit(
  sourceId: string,
  { now, isEager, all }: { readonly now: number; readonly isEager: boolean; readonly all: boolean },
): Revisit {
  const before = (days: number) => formatTime(now - days * dayMs);
  return {
    sourceId,
    now: formatTime(now),
    oldBefore: all ? formatTime(now) : before(revisitDays.old),
    youngSince: before(revisitDays.youngFor),
    youngBefore: before(revisitDays.young),
    failedBefore: isEager ? formatTime(now) : before(revisitDays.failed),
    isEager,
    restedBy: all ? endOfTime : formatTime(now),
  };
}

import type { Absence } from "../../corpus/absence.ts";
import type { FailureCause } from "../../corpus/failure.ts";
import type { Claim } from "../../corpus/frontier.ts";
import type { Source } from "../../corpus/source.ts";
import { isKnownGone } from "../../corpus/store/frontier/is-known-gone.ts";
import { loadAbsence } from "../../corpus/store/frontier/load-absence.ts";
import { canonicalizeAddress } from "../links/canonicalize-address.ts";
import type { Answer } from "./ask-page.ts";
import { type CrawlParts, formatTime } from "./crawl-parts.ts";

/** So often, and over so many days, a content must be missed before it is gone: outages end, and pages come back. */
export const absenceRule = { sightings: 3, days: 7 } as const;
const dayMs = 86_400_000;

const absent: ReadonlySet<FailureCause> = new Set(["not-found", "soft-404"]);

/** A content that is held and was not found: how often so far (null: this time does not count), and what that means. */
export interface MissedContent {
  readonly absence: Absence | null;
  /** It was missed often and long enough. */
  readonly isGone: boolean;
  /** Nobody has told so yet since it was last there. */
  readonly isNews: boolean;
}

/**
 * Null where an answer does not say that a content that is held is there no more. A page with status 200 counts only
 * the second time; nothing counts while the entry of the source gives nothing either.
 */
export async function judgeAbsence(
  { claim, source }: { readonly claim: Claim; readonly source: Source },
  { failure }: Pick<Answer, "failure">,
  { store, now }: Pick<CrawlParts, "store" | "now">,
): Promise<MissedContent | null> {
  if (failure === null || claim.digest === null || !absent.has(failure.failure)) return null;
  const entryKey = canonicalizeAddress(source.entry)?.key ?? source.entry;
  const known = await loadAbsence(store, { addressId: claim.id, entryKey });
  if (known.isEntryMissing || isDoubtful(claim, failure))
    return { absence: known.absence, isGone: false, isNews: false };
  const { since, count } = known.absence ?? { since: formatTime(now()), count: 0 };
  const isLong = now() - Date.parse(since) >= absenceRule.days * dayMs;
  const isGone = isLong && count + 1 >= absenceRule.sightings;
  const isNews = isGone && !(await isKnownGone(store, claim.id));
  return { absence: { since, count: count + 1 }, isGone, isNews };
}

/** A page for missing pages that came with status 200 may have come after a burst of requests. */
export function isDoubtful(
  { failure: before }: Pick<Claim, "failure">,
  { failure }: { readonly failure: FailureCause },
): boolean {
  return failure === "soft-404" && before !== "soft-404";
}

import type { Claim } from "../../corpus/frontier.ts";
import type { Source } from "../../corpus/source.ts";
import type { Fetched } from "../http/exchange.ts";
import { buildFailure, type FetchFailed } from "../http/fetch-failed.ts";
import { parseRetryAfter } from "../http/retry-after.ts";
import { buildRequestKey, canonicalizeAddress } from "../links/canonicalize-address.ts";
import { isInScope } from "../links/is-in-scope.ts";
import type { Markup } from "../links/markup.ts";
import { isLearntPage, saysMissing } from "../links/missing-page.ts";
import { detectBusy } from "../manners/detect-busy.ts";
import { detectChallenge } from "../manners/detect-challenge.ts";
import { isBurst, markPage } from "../manners/suspect-page.ts";
import type { HostNotes } from "./host-notes.ts";

/** An answer that was read, and what the client says against it. */
export interface JudgedAnswer {
  readonly fetched: Fetched;
  readonly text: string;
  readonly markup: Markup;
  readonly failure: FetchFailed | null;
  /** When it came, in milliseconds since 1970. */
  readonly endedAt: number;
}

/** What it was asked for. */
export interface JudgedAsking {
  readonly claim: Claim;
  readonly source: Source;
  readonly notes: HostNotes;
}

/** Why an answer is no page, null where it is one; `suspect` marks a short page that says that there is none. */
export interface Judgement {
  readonly failure: FetchFailed | null;
  readonly suspect: string | null;
}

/**
 * Why an answer is no page: it asks for a person, whatever status that comes with; the host is too busy for it; it is a
 * failure already; it leads to strangers; or it says that there is no such page.
 */
export function judgeAnswer(read: JudgedAnswer, asking: JudgedAsking): Judgement {
  const { fetched, text, failure } = read;
  const challenge = detectChallenge(fetched, text);
  if (challenge !== null) return tell(buildFailure("challenge", challenge, { fetched }));
  if (isBusy(read, asking)) return tell(buildBusy(read, "says that it is too busy"));
  if (failure !== null) return tell(failure);
  if (fetched.movedTo !== null) return tell(judgeMove(fetched.movedTo, fetched, asking));
  if (fetched.charset === null || fetched.status === 304) return tell(null);
  return judgeMissing(read, asking);
}

function tell(failure: FetchFailed | null): Judgement {
  return { failure, suspect: null };
}

const refusals: ReadonlySet<string> = new Set(["forbidden", "refusal"]);

/** A status that tells what is wrong is believed, and so is a page that the host always shows for missing pages. */
function isBusy({ fetched, failure, ...page }: JudgedAnswer, { notes }: JudgedAsking): boolean {
  const isRefused = failure !== null && refusals.has(failure.failure);
  if (failure !== null && !isRefused) return false;
  if (fetched.charset === null || fetched.movedTo !== null || fetched.status === 304) return false;
  return detectBusy(page, isRefused) && !isLearntPage(page, notes.missing ?? []);
}

function buildBusy(
  { fetched, endedAt }: Pick<JudgedAnswer, "fetched" | "endedAt">,
  words: string,
): FetchFailed {
  const { host } = new URL(fetched.url);
  const waitMs = parseRetryAfter(fetched.headers["retry-after"], endedAt);
  const message = `${host} ${words} (${fetched.url}).`;
  return buildFailure("too-many-requests", message, { fetched, waitMs });
}

function judgeMove(
  movedTo: string,
  fetched: Fetched,
  { claim, source }: JudgedAsking,
): FetchFailed | null {
  if (isInScope(movedTo, source)) return null;
  const isWay = claim.role === "entry" || claim.role === "column";
  // What is the city's above the source is no stranger's: this page leads away, the domain is not lost.
  const isStrange = !isInScope(movedTo, { entry: source.entry });
  const failure = isWay && isStrange ? "domain-lost" : "out-of-scope";
  const words = `${fetched.url} leads to ${movedTo}, which is not the source's.`;
  return buildFailure(failure, words, { fetched });
}

/** One short page at several addresses in a row is what hosts show after a burst of requests. */
function judgeMissing(
  { fetched, endedAt, ...page }: JudgedAnswer,
  { claim, source, notes }: JudgedAsking,
): Judgement {
  if (claim.role === "entry" || new URL(fetched.url).pathname === "/") return tell(null);
  const says = saysMissing(page);
  // A column that is shown instead of missing pages is itself no missing page, nor is the home page.
  const isLearnt = !isEntry(claim, source) && isLearntPage(page, notes.missing ?? []);
  if (!says && !isLearnt) return tell(null);
  const suspect = isLearnt ? null : markPage(page);
  if (suspect !== null && isBurst(notes.suspect ?? null, suspect, endedAt))
    return {
      failure: buildBusy({ fetched, endedAt }, "shows one short page in place of others"),
      suspect,
    };
  const words = `${fetched.url} says that there is no such page.`;
  return { failure: buildFailure("soft-404", words, { fetched }), suspect };
}

function isEntry({ request }: Claim, { entry }: Source): boolean {
  return buildRequestKey(request) === canonicalizeAddress(entry)?.key;
}

import { ArchiveUnwritable } from "../../corpus/archive/archive-unwritable.ts";
import type { FoundAddress } from "../../corpus/address.ts";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import type { Claim } from "../../corpus/frontier.ts";
import type { ListPlace } from "../../corpus/list-place.ts";
import type { Source } from "../../corpus/source.ts";
import { openBrowser } from "../browser/open-browser.ts";
import type { Rendered } from "../browser/rendered.ts";
import { decodePage } from "../http/decode-page.ts";
import type { Fetched } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import type { Validators } from "../http/build-http-request.ts";
import { isInScope } from "../links/is-in-scope.ts";
import { Markup } from "../links/markup.ts";
import { computePagePause } from "../manners/compute-delay.ts";
import type { RobotsRules } from "../manners/parse-robots.ts";
import { buildArchivedVisit } from "./build-archived-visit.ts";
import { chooseScheme } from "./choose-scheme.ts";
import type { CrawlParts, Network } from "./crawl-parts.ts";
import type { HostNotes } from "./host-notes.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { listFound } from "./list-found.ts";
import { readListPlace } from "../portals/read-list-place.ts";

/** An address to be asked for, with what is known of it and its host. */
export interface Asking {
  readonly claim: Claim;
  readonly source: Source;
  readonly network: Network;
  readonly notes: HostNotes;
  readonly robots: RobotsRules;
  readonly signal: AbortSignal;
}

/** What came, and why it is no page after all; both are null only where nothing came. */
export interface Answer {
  readonly fetched: Fetched | Rendered | null;
  /** Where it leads, before anybody asked whether that is the source's. */
  readonly found: readonly FoundAddress[];
  readonly failure: FetchFailed | null;
  /** When the host had answered or failed to, in milliseconds since 1970: its pause begins here. */
  readonly endedAt: number;
  /** SHA-256 of the content in hex; that of the copy held where the host says that it is still valid. */
  readonly digest: string | null;
  /** Null where it is no page of a list that tells how many it has. */
  readonly place: ListPlace | null;
  /** Marks a short page that says that there is none such; null else. */
  readonly suspect: string | null;
}

/** Nothing came. */
export const noAnswer: Omit<Answer, "endedAt"> = {
  fetched: null,
  found: [],
  failure: null,
  digest: null,
  suspect: null,
  place: null,
};

/** What is known of an answer before anybody has read it. */
type Came = Pick<Answer, "fetched" | "failure" | "endedAt">;

/** Asks for an address, judges what came and archives it, answers that are failures too. Throws the reason of an abort. */
export async function askPage(asking: Asking, parts: CrawlParts): Promise<Answer> {
  const { answer, fault } = readAnswer(await fetchAnswer(asking, parts), asking);
  if (answer.fetched === null) return answer;
  try {
    const isLost = await archiveAnswer(answer, asking, parts);
    if (isLost) return { ...answer, found: [], failure: buildLost(asking.claim) };
  } catch (error) {
    if (!(error instanceof ArchiveUnwritable)) throw error;
    const failure = buildFailure("disk", error.message, { cause: error });
    return { ...answer, found: [], failure };
  }
  // A page that nobody can read is kept all the same.
  if (fault !== null) throw fault.cause;
  return answer;
}

async function fetchAnswer(asking: Asking, parts: CrawlParts): Promise<Came> {
  try {
    const fetched = await fetchOnce(asking, parts);
    return { fetched, failure: null, endedAt: parts.now() };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    return { fetched: error.fetched, failure: error, endedAt: parts.now() };
  }
}

async function fetchOnce(
  { claim, source, network, notes, robots, signal }: Asking,
  parts: CrawlParts,
): Promise<Fetched | Rendered> {
  const isAllowed = (url: string) => robots.judge(url) === "allowed";
  const request = { ...claim.request, url: chooseScheme(claim) };
  const options = { habits: notes.habits, signal, mayFollow: isAllowed };
  if (claim.render === "http") {
    return network.client.fetch(request, {
      ...options,
      validators: chooseValidators(claim, parts),
    });
  }
  const renderer = await openBrowser(network.openRenderer);
  // Other hosts have a robots.txt and a pause of their own, which nobody keeps here.
  const mayFetch = (url: string) =>
    new URL(url).host === claim.host.name && isInScope(url, source) && isAllowed(url);
  const { responseMs } = claim.host;
  const { crawlDelayMs } = robots;
  const pauseMs = computePagePause({ crawlDelayMs, responseMs }, network.pace);
  return renderer.render(request, { ...options, mayFetch, pauseMs });
}

/**
 * What the copy held was marked with. Every fifth day an address is asked for without, since some hosts say that a page
 * is the same when it is not.
 */
function chooseValidators(claim: Claim, { now }: CrawlParts): Validators | null {
  const { etag, lastModified, digest, attempts, id } = claim;
  const day = Math.floor(now() / 86_400_000);
  const isAsked = digest !== null && attempts === 0 && (day + id) % 5 !== 0;
  return isAsked && (etag !== null || lastModified !== null) ? { etag, lastModified } : null;
}

/**
 * Reads an answer in one go, so that its tree, many times as large as its text, is let go before anything is waited for.
 * `fault` holds what broke while its links were read.
 */
function readAnswer(
  came: Came,
  asking: Asking,
): { readonly answer: Answer; readonly fault: { readonly cause: unknown } | null } {
  const { fetched } = came;
  const { claim } = asking;
  if (fetched === null) {
    const found = listFound({ ...came, text: "", claim });
    return { answer: { ...noAnswer, ...came, found }, fault: null };
  }
  const digest = fetched.status === 304 ? claim.digest : buildDigest(fetched.content);
  const { text } = decodePage(fetched);
  const read = { fetched, text, markup: new Markup(text), claim };
  const { failure, suspect } = judgeAnswer({ ...came, ...read }, asking);
  const answer = { ...came, failure, suspect, digest, found: [], place: null };
  try {
    const found = listFound({ ...read, failure });
    const place = failure === null ? readListPlace(buildPage(claim, read), found) : null;
    return { answer: { ...answer, found, place }, fault: null };
  } catch (cause) {
    return { answer, fault: { cause } };
  }
}

function buildPage(
  { request, role, hints, trail }: Claim,
  {
    fetched,
    text,
    markup,
  }: { readonly fetched: Fetched; readonly text: string; readonly markup: Markup },
) {
  const { url, mediaType } = fetched;
  return { request, url, role, hints, trail, text, markup, mediaType };
}

/** True where the host says 304 of a content that the archive does not hold. */
async function archiveAnswer(
  { fetched, failure, digest }: Answer,
  { claim, source }: Asking,
  { archive }: CrawlParts,
): Promise<boolean> {
  if (fetched === null || digest === null) return false;
  const facts = {
    digest,
    source: source.id,
    role: claim.role,
    address: claim.request.url,
    failure: failure?.failure ?? null,
  };
  const { state } = await archive.writeVisit(buildArchivedVisit(fetched, facts));
  return state === "missing";
}

function buildLost({ request }: Claim): FetchFailed {
  const words = `${request.url} is said to be unchanged, but no copy of it is held; it is asked for again.`;
  return buildFailure("bad-response", words);
}

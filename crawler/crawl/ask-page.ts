import { ArchiveUnwritable } from "../../corpus/archive/archive-unwritable.ts";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import type { Claim } from "../../corpus/frontier.ts";
import type { Source } from "../../corpus/source.ts";
import { openBrowser } from "../browser/open-browser.ts";
import type { Rendered } from "../browser/rendered.ts";
import { decodePage } from "../http/decode-page.ts";
import type { Fetched } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import type { Validators } from "../http/build-http-request.ts";
import { isInScope } from "../links/is-in-scope.ts";
import { Markup } from "../links/markup.ts";
import { isMissingPage } from "../links/missing-page.ts";
import { detectChallenge } from "../manners/detect-challenge.ts";
import type { RobotsRules } from "../manners/parse-robots.ts";
import { buildArchivedVisit } from "./build-archived-visit.ts";
import { chooseScheme } from "./choose-scheme.ts";
import type { CrawlParts, Network } from "./crawl-parts.ts";
import type { HostNotes } from "./host-notes.ts";

/** An address to be asked for, with what is known of it and its host. */
export interface Asking {
  readonly claim: Claim;
  readonly source: Source;
  readonly network: Network;
  readonly notes: HostNotes;
  readonly robots: RobotsRules;
  readonly signal: AbortSignal;
}

/** What came: the page with its text, and why it is none after all; both are null only where nothing came. */
export interface Answer {
  readonly fetched: Fetched | Rendered | null;
  readonly text: string;
  /** The tree of the text, for all that read it. */
  readonly markup: Markup;
  readonly failure: FetchFailed | null;
  /** When the host had answered or failed to, in milliseconds since 1970: its pause begins here. */
  readonly endedAt: number;
  /** SHA-256 of the content in hex; that of the copy held where the host says that it is still valid. */
  readonly digest: string | null;
}

/** Nothing came. */
export const noAnswer: Omit<Answer, "endedAt"> = {
  fetched: null,
  text: "",
  markup: new Markup(""),
  failure: null,
  digest: null,
};

/** Asks for an address, judges what came and archives it, answers that are failures too. Throws the reason of an abort. */
export async function askPage(asking: Asking, parts: CrawlParts): Promise<Answer> {
  const answer = await fetchAnswer(asking, parts);
  if (answer.fetched === null) return answer;
  const failure = judgeAnswer(answer.fetched, answer, asking);
  try {
    const isLost = await archiveAnswer({ ...answer, failure }, asking, parts);
    if (isLost) return { ...answer, failure: buildLost(asking.claim) };
  } catch (error) {
    if (!(error instanceof ArchiveUnwritable)) throw error;
    return { ...answer, failure: buildFailure("disk", error.message, { cause: error }) };
  }
  return { ...answer, failure };
}

async function fetchAnswer(asking: Asking, parts: CrawlParts): Promise<Answer> {
  try {
    const fetched = await fetchOnce(asking, parts);
    return readAnswer({ fetched, failure: null, endedAt: parts.now() }, asking.claim);
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    const { fetched } = error;
    return readAnswer({ fetched, failure: error, endedAt: parts.now() }, asking.claim);
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
  return renderer.render(request, { ...options, mayFetch });
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

function readAnswer(came: Pick<Answer, "fetched" | "failure" | "endedAt">, claim: Claim): Answer {
  const { fetched } = came;
  if (fetched === null) return { ...noAnswer, ...came };
  const digest = fetched.status === 304 ? claim.digest : buildDigest(fetched.content);
  const { text } = decodePage(fetched);
  return { ...came, text, markup: new Markup(text), digest };
}

/**
 * Why an answer is no page: it asks for a person, whatever status that comes with; it is a failure already; it leads to
 * strangers; or it says that there is no such page.
 */
function judgeAnswer(
  fetched: Fetched,
  { text, markup, failure }: Pick<Answer, "text" | "markup" | "failure">,
  { claim, source, notes }: Asking,
): FetchFailed | null {
  const challenge = detectChallenge(fetched, text);
  if (challenge !== null) return buildFailure("challenge", challenge, { fetched });
  if (failure !== null) return failure;
  const { movedTo } = fetched;
  if (movedTo !== null) return judgeMove({ movedTo, fetched, claim, source });
  // A home page that is shown instead of missing pages is itself no missing page.
  const isHome = claim.role === "entry" || new URL(fetched.url).pathname === "/";
  if (isHome || fetched.charset === null || fetched.status === 304) return null;
  if (!isMissingPage({ text, markup, status: fetched.status }, notes.missing ?? [])) return null;
  return buildFailure("soft-404", `${fetched.url} says that there is no such page.`, { fetched });
}

function judgeMove({
  movedTo,
  fetched,
  claim,
  source,
}: {
  readonly movedTo: string;
  readonly fetched: Fetched;
  readonly claim: Claim;
  readonly source: Source;
}): FetchFailed | null {
  if (isInScope(movedTo, source)) return null;
  const isWay = claim.role === "entry" || claim.role === "column";
  const failure = isWay ? "domain-lost" : "out-of-scope";
  const words = `${fetched.url} leads to ${movedTo}, which is not the source's.`;
  return buildFailure(failure, words, { fetched });
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

import { createHash } from "node:crypto";
import { buildRequest } from "../../corpus/address.ts";
import { ArchiveUnwritable } from "../../corpus/archive/archive-unwritable.ts";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import type { Claim, HostRecord } from "../../corpus/frontier.ts";
import { decodePage } from "../http/decode-page.ts";
import type { Fetched } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import { describeMissingPage } from "../links/missing-page.ts";
import { detectBusy } from "../manners/detect-busy.ts";
import { detectChallenge } from "../manners/detect-challenge.ts";
import type { RobotsRules } from "../manners/parse-robots.ts";
import { buildRobotsRecord } from "../manners/robots-record.ts";
import { chooseScheme } from "./choose-scheme.ts";
import type { CrawlParts, Network } from "./crawl-parts.ts";
import { type HostNotes, parseHostNotes } from "./host-notes.ts";

/** What was asked of a host before its first page, and what is known of it then; `failure` closes the host. */
export interface Preparation {
  readonly url: string;
  readonly host: Pick<HostRecord, "habits" | "robots">;
  readonly fetched: Fetched | null;
  readonly failure: FetchFailed | null;
  /** Whether anything was sent. */
  readonly isAsked: boolean;
}

/** A claimed address whose host is to be asked before it. */
export interface HostToPrepare {
  readonly claim: Claim;
  readonly network: Network;
  readonly signal: AbortSignal;
}

/** robots.txt may lie on another host; so many of such hops are taken (RFC 9309 §2.3.1.2). */
const mostHops = 5;

/** Asks for the robots.txt of a host. No answer is kept as no answer: nothing may be asked for the next hour. */
export async function askRobots(
  { claim, network, signal }: HostToPrepare,
  parts: CrawlParts,
): Promise<Preparation> {
  const notes = parseHostNotes(claim.host);
  const url = new URL("/robots.txt", chooseScheme(claim)).href;
  const asked = await fetchQuietly(url, { notes, network, signal, hops: mostHops });
  const { fetched } = asked;
  const challenge = fetched && detectChallenge(fetched, decodePage(fetched).text);
  const isChallenge = challenge !== null && fetched !== null;
  await archiveQuietly(fetched, { url, source: claim.sourceId }, parts);
  const status = fetched?.status ?? null;
  const body = fetched?.content ?? null;
  const record = buildRobotsRecord({ status, body, fetchedAt: parts.now() });
  const unreachable = describeUnreachable(url, asked);
  // Neither a challenge nor a name that is not known says anything of what robots.txt allows.
  const isTold = !isChallenge && unreachable?.failure !== "dns";
  return {
    url,
    host: {
      habits: JSON.stringify({ ...notes, habits: fetched?.habits ?? notes.habits }),
      robots: isTold ? JSON.stringify(record) : claim.host.robots,
    },
    fetched,
    failure: isChallenge ? buildFailure("challenge", challenge, { fetched }) : unreachable,
    isAsked: true,
  };
}

/**
 * Why nothing may be asked for: no answer, or one that asks for patience, whose wait is kept. A host whose name is not
 * known has no robots.txt, and no page either.
 */
function describeUnreachable(url: string, { fetched, failure, at }: Asked): FetchFailed | null {
  const status = fetched?.status ?? null;
  const isPatience = status === 429 || (status !== null && status >= 500);
  if (status !== null && !isPatience) return null;
  if (failure?.failure === "dns" && at === url) return failure;
  return buildFailure("robots-unreachable", failure?.message ?? `${url} cannot be read.`, {
    cause: failure,
    waitMs: failure?.waitMs ?? null,
  });
}

/** An address that cannot exist: what comes is how the host shows missing pages. */
export function buildMissingAddress(claim: Claim): string {
  const name = createHash("sha256").update(`missing ${claim.host.name}`).digest("hex");
  return new URL(`/gongkai-${name.slice(0, 12)}.html`, chooseScheme(claim)).href;
}

/** Learns how a host answers for pages that do not exist: many show a page, or their home page, with status 200. */
export async function askMissing(
  { claim, network, signal }: HostToPrepare,
  robots: RobotsRules,
  parts: CrawlParts,
): Promise<Preparation> {
  const notes = parseHostNotes(claim.host);
  const url = buildMissingAddress(claim);
  if (robots.judge(url) !== "allowed") return learn(claim, { url, notes, fetched: null, text: "" });
  const { fetched, failure } = await fetchQuietly(url, { notes, network, signal, hops: 0 });
  const text = fetched === null ? "" : decodePage(fetched).text;
  await archiveQuietly(fetched, { url, source: claim.sourceId }, parts);
  const challenge = fetched && detectChallenge(fetched, text);
  const learnt = { ...learn(claim, { url, notes, fetched, text }), isAsked: true };
  if (challenge !== null && fetched !== null)
    return { ...learnt, failure: buildFailure("challenge", challenge, { fetched }) };
  if (
    fetched !== null &&
    failure === null &&
    claim.attempts < mostTries &&
    detectBusy({ text }, false)
  )
    return leaveAlone(learnt, claim);
  if (failure === null || !isHostsOwn(failure, claim)) return learnt;
  // Nothing was learnt of missing pages, and what the host asks for is kept.
  return { ...learnt, host: { habits: claim.host.habits, robots: claim.host.robots }, failure };
}

/** Nothing can be learnt of a host that is too busy; one that always says so shows its page for missing pages. */
function leaveAlone(learnt: Preparation, { host }: Claim): Preparation {
  const { fetched } = learnt;
  const words = `${host.name} says that it is too busy.`;
  const failure = buildFailure("too-many-requests", words, { fetched });
  return { ...learnt, host: { habits: host.habits, robots: host.robots }, failure };
}

function learn(
  claim: Claim,
  {
    url,
    notes,
    fetched,
    text,
  }: {
    readonly url: string;
    readonly notes: HostNotes;
    readonly fetched: Fetched | null;
    readonly text: string;
  },
): Preparation {
  const isPage = fetched !== null && fetched.status === 200 && fetched.movedTo === null;
  const missing = isPage && text !== "" ? [describeMissingPage(text)] : [];
  const habits = JSON.stringify({ habits: fetched?.habits ?? notes.habits, missing });
  const host = { habits, robots: claim.host.robots };
  return { url, host, fetched, failure: null, isAsked: false };
}

/** Some hosts break off whatever does not exist: after this many tries the pages themselves are asked for. */
const mostTries = 2;

/** Whether a failure tells of the host, not of the page that cannot exist. */
function isHostsOwn({ failure, next }: FetchFailed, { attempts }: Claim): boolean {
  if (failure === "too-many-requests") return true;
  return (next === "later" || next === "retry") && attempts < mostTries;
}

/** An answer with whatever status, null where none came; `at` is the address that was asked last. */
interface Asked {
  readonly fetched: Fetched | null;
  readonly failure: FetchFailed | null;
  readonly at: string;
}

/** Asks whatever comes of it. Hops to other hosts are taken. */
async function fetchQuietly(
  url: string,
  {
    notes,
    network,
    signal,
    hops,
  }: {
    readonly notes: HostNotes;
    readonly network: Network;
    readonly signal: AbortSignal;
    readonly hops: number;
  },
): Promise<Asked> {
  try {
    const { habits } = notes;
    const options = { habits, validators: null, signal, acceptCutOff: true };
    const fetched = await network.client.fetch(buildRequest(url), options);
    if (fetched.movedTo === null || hops === 0) return { fetched, failure: null, at: url };
    return await fetchQuietly(fetched.movedTo, { notes, network, signal, hops: hops - 1 });
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    return { fetched: error.fetched, failure: error, at: url };
  }
}

/** What came is kept like every other answer; a full disk does not keep a host from being asked politely. */
async function archiveQuietly(
  fetched: Fetched | null,
  { url, source }: { readonly url: string; readonly source: string },
  { archive, onEvent, now }: CrawlParts,
): Promise<void> {
  if (fetched === null) return;
  const { exchanges, content } = fetched;
  const digest = buildDigest(content);
  try {
    await archive.writeVisit({ exchanges, content, digest, metadata: { source, address: url } });
  } catch (error) {
    if (!(error instanceof ArchiveUnwritable)) throw error;
    const at = new Date(now()).toISOString();
    onEvent({ type: "trouble", at, message: error.message });
  }
}

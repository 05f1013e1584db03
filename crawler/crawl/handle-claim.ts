import type { HostRecord } from "../../corpus/frontier.ts";
import { endVisit } from "../../corpus/store/frontier/end-visit.ts";
import { leaseIp, releaseHost } from "../../corpus/store/frontier/leases.ts";
import { saveHost } from "../../corpus/store/frontier/save-host.ts";
import type { FetchFailed } from "../http/fetch-failed.ts";
import { averageResponse } from "../manners/average-response.ts";
import { computeDelay } from "../manners/compute-delay.ts";
import { explainPace } from "../manners/explain-pace.ts";
import { judgeHost } from "../manners/judge-host.ts";
import { noAnswer } from "./ask-page.ts";
import { buildFailedEnd } from "./build-visit-end.ts";
import { type CrawlParts, formatTime } from "./crawl-parts.ts";
import type { ClaimToHandle } from "./claim-to-handle.ts";
import { endBroken } from "./end-broken.ts";
import { findIp } from "./find-ip.ts";
import { leaseMs } from "./frontier-queue.ts";
import { parseHostNotes, parseHostRobots } from "./host-notes.ts";
import { askMissing, askRobots, type Preparation } from "./prepare-host.ts";
import { buildVisitRecord, visitAddress } from "./visit-address.ts";

/** A host whose IP address is being asked for another host is tried again after this, in milliseconds. */
const busyIpMs = 500;

/**
 * Does with a claimed address what its host is ready for, one request at most: asks for robots.txt, learns how missing
 * pages look, or visits the address; and writes down the end of it, that of a visit that breaks too. Throws what the
 * store and an abort throw.
 */
export async function handleClaim(given: ClaimToHandle, parts: CrawlParts): Promise<void> {
  const held = await leaseAddress(given, parts);
  if (held === null) return;
  try {
    await askHost(held, parts);
  } catch (error) {
    if (given.signal.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    parts.onEvent({ type: "trouble", at: formatTime(parts.now()), message });
    await endBroken(held, error, parts);
  }
}

async function askHost(held: ClaimToHandle, parts: CrawlParts): Promise<void> {
  const { claim, source } = held;
  const at = formatTime(parts.now());
  const robots = parseHostRobots(claim.host, parts.now());
  const place = { at, sourceId: source.id, host: claim.host.name, url: claim.request.url };
  parts.onEvent({ type: "asking", ...place });
  if (robots === null) {
    await endPreparation(held, await askRobots(held, parts), parts);
  } else if (parseHostNotes(claim.host).missing === null) {
    await endPreparation(held, await askMissing(held, robots, parts), parts);
  } else {
    await endAddress({ ...held, robots }, parts);
  }
}

/** Leases the IP address behind the host too; null where another host there is being asked, and the claim is given back. */
async function leaseAddress(
  given: ClaimToHandle,
  parts: CrawlParts,
): Promise<ClaimToHandle | null> {
  const { claim, network } = given;
  const ip = await findIp(claim.request.url, claim.host, network.resolve);
  if (ip === null) return given;
  const { store, owner, now } = parts;
  const at = now();
  const times = { now: formatTime(at), until: formatTime(at + leaseMs) };
  if (await leaseIp(store, { ip, host: claim.host.name, ...times }))
    return { ...given, claim: { ...claim, host: { ...claim.host, ip } } };
  // With its IP address known the host is passed by until that may be asked again.
  const readyAt = formatTime(at + busyIpMs);
  await releaseHost(store, { owner, host: claim.host.name, readyAt, ip });
  return null;
}

async function endPreparation(
  given: ClaimToHandle,
  { url, host, fetched, failure, isAsked }: Preparation,
  parts: CrawlParts,
): Promise<void> {
  const { claim, source, network } = given;
  const last = fetched?.exchanges.at(-1);
  const responseMs =
    last === undefined
      ? claim.host.responseMs
      : averageResponse(claim.host.responseMs, last.firstByteMs);
  const learnt: HostRecord = { ...claim.host, ...host, responseMs };
  const crawlDelayMs = parseHostRobots(learnt, parts.now())?.crawlDelayMs ?? null;
  const bounds = network.pace;
  const delayMs = isAsked ? computeDelay({ crawlDelayMs, responseMs }, bounds) : 0;
  const judged = { ...learnt, ...judgeHost(learnt, { failed: failure, delayMs }, parts.now()) };
  const at = formatTime(parts.now());
  const wait = explainPace(judged, { crawlDelayMs, responseMs, bounds }, parts.now());
  if (failure !== null) return endUnasked(given, { failure, host: judged, wait }, parts);
  await saveHost(parts.store, { owner: parts.owner, host: judged, now: at });
  parts.onEvent({ type: "prepared", at, sourceId: source.id, host: judged.name, url, wait });
}

/** An address whose host let nothing be asked: why is told of the address too, which is where a person looks for it. */
async function endUnasked(
  { claim, runId }: ClaimToHandle,
  {
    failure,
    host,
    wait,
  }: {
    readonly failure: FetchFailed;
    readonly host: HostRecord;
    readonly wait: string | null;
  },
  { store, owner, now, onEvent }: CrawlParts,
): Promise<void> {
  const at = formatTime(now());
  const answer = { ...noAnswer, failure, endedAt: now() };
  const end = buildFailedEnd(claim, failure, { status: null, now: now() });
  const visit = buildVisitRecord({ claim, runId }, { answer, change: null, tookMs: 0 });
  await endVisit(store, { id: claim.id, owner, now: at, end, host, found: [], visit });
  onEvent({ type: "visited", at, found: 0, wait, ...visit });
}

async function endAddress(
  visiting: Parameters<typeof visitAddress>[0],
  parts: CrawlParts,
): Promise<void> {
  const outcome = await visitAddress(visiting, parts);
  const { claim, robots, network } = visiting;
  const now = formatTime(parts.now());
  const ended = { id: claim.id, owner: parts.owner, now, ...outcome };
  const found = await (parts.visitEnds?.end(ended) ?? endVisit(parts.store, ended));
  const { host, visit } = outcome;
  const pace = {
    crawlDelayMs: robots.crawlDelayMs,
    responseMs: host.responseMs,
    bounds: network.pace,
  };
  const wait = explainPace(host, pace, parts.now());
  parts.onEvent({ type: "visited", at: now, found, wait, ...visit });
}

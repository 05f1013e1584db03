import type { Claim, HostRecord, NewAddress, VisitEnd } from "../../corpus/frontier.ts";
import type { HeldSource } from "../../corpus/store/sources.ts";
import type { ContentChange, NewReading, VisitRecord } from "../../corpus/visit-record.ts";
import { countRequests } from "../browser/count-requests.ts";
import { buildFailure, type FetchFailed } from "../http/fetch-failed.ts";
import { averageResponse } from "../manners/average-response.ts";
import { computeRest } from "../manners/compute-delay.ts";
import { judgeHost } from "../manners/judge-host.ts";
import type { RobotsRules } from "../manners/parse-robots.ts";
import { noteSuspect } from "../manners/suspect-page.ts";
import { type Answer, askPage, noAnswer } from "./ask-page.ts";
import { buildVisitEnd } from "./build-visit-end.ts";
import type { CrawlParts, Network } from "./crawl-parts.ts";
import { findLeads } from "./find-leads.ts";
import { parseHostNotes } from "./host-notes.ts";
import { isVainGuess } from "./is-vain-guess.ts";
import { judgeAbsence, type MissedContent } from "./judge-absence.ts";

/** A claimed address with its source and the run that it is visited for. */
export interface Visiting {
  readonly claim: Claim;
  readonly source: HeldSource;
  readonly network: Network;
  readonly runId: number;
  readonly robots: RobotsRules;
  readonly signal: AbortSignal;
}

/** Everything that the end of a visit writes down. */
export interface VisitOutcome {
  readonly end: VisitEnd;
  readonly host: HostRecord;
  readonly found: readonly NewAddress[];
  readonly visit: VisitRecord;
  readonly reading: NewReading | null;
}

/** Visits an address whose host is ready: asks, judges, archives, and finds where it leads. */
export async function visitAddress(visiting: Visiting, parts: CrawlParts): Promise<VisitOutcome> {
  const { claim, source, network, robots, signal } = visiting;
  const startedAt = parts.now();
  const notes = parseHostNotes(claim.host);
  const refusal = judgeByRobots(claim, robots);
  const answer: Answer =
    refusal === null
      ? await askPage({ claim, source, network, notes, robots, signal }, parts)
      : { ...noAnswer, failure: refusal, endedAt: startedAt };
  const missed = await judgeAbsence({ claim, source }, answer, parts);
  const change = findChange(claim, answer, missed);
  const end = buildVisitEnd(claim, answer, { now: parts.now(), missed });
  return {
    end,
    host: buildHost(visiting, answer),
    found: await findLeads({ answer, claim, source }, parts.store),
    visit: buildVisitRecord(visiting, { answer, change, tookMs: parts.now() - startedAt }),
    reading: buildReading(claim, answer, change),
  };
}

function judgeByRobots({ request }: Claim, robots: RobotsRules): FetchFailed | null {
  const verdict = robots.judge(request.url);
  if (verdict === "allowed") return null;
  return verdict === "forbidden"
    ? buildFailure("robots", `robots.txt of ${new URL(request.url).host} forbids ${request.url}.`)
    : buildFailure("robots-unreachable", `robots.txt for ${request.url} cannot be read.`);
}

/** That a content is gone is told once, until it comes back. */
function findChange(
  claim: Claim,
  { fetched, failure, digest }: Answer,
  missed: MissedContent | null,
): ContentChange | null {
  if (failure !== null) return missed?.isNews === true ? "gone" : null;
  if (fetched?.movedTo) return "moved";
  if (claim.digest === null) return "new";
  return digest === claim.digest ? "same" : "changed";
}

/** What is known of the host now: how fast it answers, how it was reached, when it may be asked again. */
function buildHost(
  { claim, network, robots }: Visiting,
  { fetched, failure, suspect, endedAt }: Answer,
): HostRecord {
  const last = fetched?.exchanges.at(-1);
  const responseMs =
    last === undefined
      ? claim.host.responseMs
      : averageResponse(claim.host.responseMs, last.firstByteMs);
  const { crawlDelayMs } = robots;
  const isAsked = failure?.failure !== "robots";
  const delayMs = isAsked
    ? computeRest({ crawlDelayMs, responseMs }, countRequests(fetched), network.pace)
    : 0;
  const notes = parseHostNotes(claim.host);
  // Failures of another kind say nothing of the pages.
  const isTold = suspect !== null || (failure === null && fetched !== null);
  const known = notes.suspect ?? null;
  return {
    ...claim.host,
    ...judgeHost(claim.host, { failed: failure, delayMs }, endedAt),
    responseMs,
    habits: JSON.stringify({
      ...notes,
      habits: fetched?.habits ?? notes.habits,
      suspect: isTold ? noteSuspect(known, suspect, endedAt) : known,
    }),
  };
}

/** A visit as it is kept. */
export function buildVisitRecord(
  { claim, runId }: Pick<Visiting, "claim" | "runId">,
  {
    answer,
    change,
    tookMs,
  }: {
    readonly answer: Answer;
    readonly change: ContentChange | null;
    readonly tookMs: number;
  },
): VisitRecord {
  const { fetched, digest } = answer;
  const failure = isVainGuess(claim, answer.failure) ? null : answer.failure;
  const bodies = fetched?.exchanges.map(({ response }) => response.body.byteLength) ?? [];
  return {
    runId,
    sourceId: claim.sourceId,
    host: claim.host.name,
    url: fetched?.url ?? claim.request.url,
    role: claim.role,
    status: fetched?.status ?? null,
    failure: failure?.failure ?? null,
    reason: failure?.message ?? null,
    change,
    digest: answer.failure === null ? digest : null,
    bytes: bodies.reduce((sum, bytes) => sum + bytes, 0),
    tookMs,
  };
}

const mayBeReport: ReadonlySet<string> = new Set(["report", "attachment"]);
const mayHoldReport: ReadonlySet<string> = new Set(["column", "list", "frame"]);

/** A content goes to the indexer where it is new and may be a report: lists are pages that sometimes are one. */
function buildReading(
  claim: Claim,
  { fetched, failure, digest }: Answer,
  change: ContentChange | null,
): NewReading | null {
  if (fetched === null || failure !== null || digest === null) return null;
  if (change !== "new" && change !== "changed") return null;
  const isPage = mayHoldReport.has(claim.role) && /html/u.test(fetched.mediaType);
  if (!mayBeReport.has(claim.role) && !isPage) return null;
  return {
    digest,
    url: fetched.url,
    status: fetched.status,
    headers: fetched.headers,
    mediaType: fetched.mediaType,
    charset: fetched.charset,
    bytes: fetched.content.byteLength,
  };
}

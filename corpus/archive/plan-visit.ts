import type { ArchiveRecord } from "./archive-record.ts";
import { buildDigest } from "./build-digest.ts";
import { describeEntity, type Entity } from "./entity.ts";
import { buildRequestHead, buildResponseHead } from "./http-head.ts";
import { buildRecordId, buildWarcFields, type RecordPlan } from "./record-plan.ts";
import type { ArchivedVisit, Visit } from "./visit.ts";
import type { WireExchange } from "./wire-exchange.ts";

/** Content beside the one that extraction reads may become this long. */
const mostBytes = 64 * 1024 ** 2;

/** Finds records that are still whole: by payload, or by content. Null where the archive holds none. */
export interface EarlierCopies {
  readonly findPayload: (payloadDigest: string) => Promise<ArchiveRecord | null>;
  readonly findContent: (digest: string) => Promise<ArchiveRecord | null>;
}

/**
 * The records of a fetch in the order in which they are written; `answer` is the one of the answer and `state` that of
 * ArchivedVisit.
 */
export interface VisitPlan {
  readonly records: readonly RecordPlan[];
  readonly answer: RecordPlan;
  readonly state: ArchivedVisit["state"];
}

/**
 * Plans the records of a fetch: for each exchange its response and its request, then what they do not hold of the
 * content, then what is known of the fetch.
 */
export async function planVisit(visit: Visit, earlier: EarlierCopies): Promise<VisitPlan> {
  const { exchanges, fetched = [] } = visit;
  const last = exchanges[exchanges.length - 1] ?? exchanges[0];
  const entity = await describeEntity(last, Math.max(mostBytes, visit.content.byteLength));
  const answer = await planAnswer({ visit, last, entity }, earlier);
  const others = [...exchanges.slice(0, -1), ...fetched];
  const records: RecordPlan[] = [];
  for (const exchange of others) {
    const { payloadDigest, ...rest } = await describeEntity(exchange, mostBytes);
    const response = planResponse(exchange, { payloadDigest, ...rest }, answer.id);
    records.push(response, planRequest(exchange, response.id));
  }
  records.push(answer, planRequest(last, answer.id));
  const metadata = planMetadata(visit, answer.id);
  if (answer.digest === visit.digest) {
    const state = answer.type === "revisit" ? "revisit" : "stored";
    return { records: [...records, metadata], answer, state };
  }
  if (last.response.status === 304) {
    return { records: [...records, metadata], answer, state: "missing" };
  }
  const content = await planContent({ visit, answer }, earlier);
  const state = content.type === "revisit" ? "revisit" : "stored";
  return { records: [...records, content, metadata], answer, state };
}

interface Answer {
  readonly visit: Visit;
  readonly last: WireExchange;
  readonly entity: Entity;
}

/** A revisit where the host says that nothing changed (304), or sent the same bytes again. */
async function planAnswer(
  { visit, last, entity }: Answer,
  earlier: EarlierCopies,
): Promise<RecordPlan> {
  const { status, body } = last.response;
  const whole = planResponse(last, entity, null);
  const unchanged = status === 304;
  const copy = unchanged
    ? await earlier.findContent(visit.digest)
    : body.byteLength === 0
      ? null
      : await earlier.findPayload(entity.payloadDigest);
  if (copy === null) return whole;
  return {
    ...whole,
    type: "revisit",
    block: [buildResponseHead(last, unchanged || entity.coded)],
    digest: unchanged ? copy.digest : entity.digest,
    payloadDigest: copy.payloadDigest,
    fields: buildReference(copy, unchanged ? "server-not-modified" : "identical-payload-digest"),
  };
}

function buildReference(copy: ArchiveRecord, profile: string): RecordPlan["fields"] {
  return {
    "WARC-Profile": `http://netpreserve.org/warc/1.1/revisit/${profile}`,
    "WARC-Refers-To-Target-URI": copy.target,
    "WARC-Refers-To-Date": copy.date,
  };
}

function planResponse(
  exchange: WireExchange,
  { coded, digest, payloadDigest }: Entity,
  answerId: string | null,
): RecordPlan {
  const { response, ip } = exchange;
  return {
    id: buildRecordId(),
    type: "response",
    target: exchange.url,
    date: exchange.startedAt,
    contentType: "application/http; msgtype=response",
    block: [buildResponseHead(exchange, coded), response.body],
    digest,
    payloadDigest,
    fields: {
      ...(ip === null ? {} : { "WARC-IP-Address": ip }),
      ...(answerId === null ? {} : { "WARC-Concurrent-To": answerId }),
      ...(response.cutOff === null ? {} : { "WARC-Truncated": "unspecified" }),
    },
  };
}

function planRequest(exchange: WireExchange, responseId: string): RecordPlan {
  const body = exchange.request.body ?? Buffer.alloc(0);
  return {
    id: buildRecordId(),
    type: "request",
    target: exchange.url,
    date: exchange.startedAt,
    contentType: "application/http; msgtype=request",
    block: [buildRequestHead(exchange), body],
    digest: null,
    payloadDigest: buildDigest(body),
    fields: { "WARC-Concurrent-To": responseId },
  };
}

/** The content itself, where the body of the answer does not give it: a page's DOM, or what only the client could read. */
async function planContent(
  { visit, answer }: { readonly visit: Visit; readonly answer: RecordPlan },
  earlier: EarlierCopies,
): Promise<RecordPlan> {
  const { content, digest, rendered = false } = visit;
  const copy = await earlier.findContent(digest);
  if (copy === null && buildDigest(content) !== digest) {
    throw new TypeError(`the content of ${answer.target} has another digest than ${digest}`);
  }
  const concurrent = { "WARC-Concurrent-To": answer.id };
  const own = rendered ? concurrent : { ...concurrent, "WARC-Refers-To": answer.id };
  return {
    id: buildRecordId(),
    type: copy !== null ? "revisit" : rendered ? "resource" : "conversion",
    target: rendered ? `urn:dom:${answer.target}` : answer.target,
    date: answer.date,
    contentType: rendered ? "text/html; charset=utf-8" : "application/octet-stream",
    block: copy === null ? [content] : [],
    digest,
    payloadDigest: copy?.payloadDigest ?? digest,
    fields:
      copy === null ? own : { ...concurrent, ...buildReference(copy, "identical-payload-digest") },
  };
}

function planMetadata({ exchanges, metadata }: Visit, answerId: string): RecordPlan {
  const last = exchanges[exchanges.length - 1] ?? exchanges[0];
  const values = {
    fetchTimeMs: Math.round(exchanges.reduce((sum, { totalMs }) => sum + totalMs, 0)),
    tlsProfile: last.tls?.profile ?? null,
    tlsProtocol: last.tls?.protocol ?? null,
    certificateFault: last.tls?.fault ?? null,
    cutOff: last.response.cutOff,
    ...metadata,
  };
  return {
    id: buildRecordId(),
    type: "metadata",
    target: last.url,
    date: last.startedAt,
    contentType: "application/warc-fields",
    block: [buildWarcFields(values)],
    digest: null,
    payloadDigest: null,
    fields: { "WARC-Concurrent-To": answerId },
  };
}

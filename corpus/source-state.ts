import { z } from "zod";
import { addressRoles } from "./address.ts";
import { failureCauses, nextSteps } from "./failure.ts";
import { hostStates } from "./frontier.ts";
import { runCauses, runStates } from "./run.ts";
import { renders, sourceKinds } from "./source.ts";
import { sourceHintSchema } from "./source-hint.ts";
import { sourceOrigins } from "./store/sources.ts";
import type { contentChanges } from "./visit-record.ts";

/**
 * What a source is doing: `waiting` where a worker refused to begin as its settings are, `person` where a host of it waits
 * for one, `idle` until its next visit, `off` for ever.
 */
export const sourceStates = [
  "running",
  "wanted",
  "waiting",
  "person",
  "paused",
  "idle",
  "off",
] as const;
export type SourceStateName = (typeof sourceStates)[number];

/** For the pages. */
export const sourceStateLabels: Readonly<Record<SourceStateName, string>> = {
  running: "进行中",
  wanted: "排队中",
  waiting: "等待设置",
  person: "需人工查看",
  paused: "已暂停",
  idle: "空闲",
  off: "未安排",
};

/** A crawl as the API tells it; see `Run`. */
export const runSchema = z
  .object({
    id: z.int(),
    sourceId: z.string(),
    cause: z.enum(runCauses),
    state: z.enum(runStates),
    startedAt: z.string(),
    heardAt: z.string(),
    endedAt: z.string().nullable(),
    visits: z.int(),
    failures: z.int(),
    found: z.int(),
    contents: z.int(),
    bytes: z.number(),
  })
  .meta({ id: "Run" });

/** How many addresses of a source gave nothing for one cause, in English and Chinese, and what comes next. */
export const failureCountSchema = z.object({
  cause: z.enum(failureCauses),
  count: z.int(),
  meaning: z.string(),
  words: z.string(),
  next: z.enum(nextSteps),
});
export type FailureCount = Readonly<z.infer<typeof failureCountSchema>>;

/** What was counted of a source; `pending` contents wait to be read. */
export const sourceCountsSchema = z.object({
  reports: z.int(),
  pending: z.int(),
  addresses: z.object({ due: z.int(), done: z.int(), failed: z.int() }),
  failures: z.array(failureCountSchema),
  /** What is odd though nothing failed. */
  hints: z.array(sourceHintSchema),
});
export type SourceCounts = Readonly<z.infer<typeof sourceCountsSchema>>;

/** A source and how it is doing. Times are ISO 8601 in UTC. */
export const sourceStateSchema = z
  .object({
    id: z.string(),
    division: z.string().nullable(),
    region: z.array(z.object({ code: z.string(), name: z.string() })),
    agency: z.string().nullable(),
    entry: z.string(),
    kind: z.enum(sourceKinds),
    render: z.enum(renders),
    origin: z.enum(sourceOrigins),
    notes: z.string(),
    schedule: z.string(),
    paused: z.boolean(),
    state: z.enum(sourceStates),
    lastRun: runSchema.nullable(),
    next: z.object({ at: z.string().nullable(), why: z.string(), words: z.string() }),
    ...sourceCountsSchema.shape,
  })
  .meta({ id: "Source" });
export type SourceState = Readonly<z.infer<typeof sourceStateSchema>>;

/** An address that gave nothing; `next` is when it is tried again, null where it is given up. */
export const failedAddressSchema = z.object({
  url: z.string(),
  role: z.enum(addressRoles),
  cause: z.enum(failureCauses),
  words: z.string(),
  reason: z.string().nullable(),
  status: z.int().nullable(),
  attempts: z.int(),
  visitedAt: z.string().nullable(),
  next: z.string().nullable(),
});
export type FailedAddress = Readonly<z.infer<typeof failedAddressSchema>>;

/** A host of a source that is not asked now, and why. `readyAt` is null where only a person can open it again. */
export const waitingHostSchema = z.object({
  name: z.string(),
  state: z.enum(hostStates),
  reason: z.string().nullable(),
  readyAt: z.string().nullable(),
  failures: z.int(),
});
export type WaitingHost = Readonly<z.infer<typeof waitingHostSchema>>;

/** A source with its last crawls, the hosts that wait, and the addresses that failed last. */
export const sourceDetailSchema = z
  .object({
    source: sourceStateSchema,
    runs: z.array(runSchema),
    hosts: z.array(waitingHostSchema),
    failed: z.array(failedAddressSchema),
  })
  .meta({ id: "SourceDetail" });
export type SourceDetail = Readonly<z.infer<typeof sourceDetailSchema>>;

/** A visit as listeners hear of it; see `VisitRecord`. */
export interface HeardVisit {
  readonly id: number;
  readonly runId: number;
  readonly sourceId: string;
  readonly url: string;
  readonly role: (typeof addressRoles)[number];
  readonly visitedAt: string;
  readonly status: number | null;
  readonly failure: (typeof failureCauses)[number] | null;
  readonly change: (typeof contentChanges)[number] | null;
  readonly bytes: number;
  readonly tookMs: number;
}

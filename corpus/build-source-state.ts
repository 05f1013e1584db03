import type { Region } from "./report.ts";
import { refusalWords } from "./source-refusal.ts";
import { computeNext } from "./schedule/compute-next.ts";
import { explainNext, type NextWords } from "./schedule/explain-next.ts";
import { readSchedule } from "./schedule/read-schedule.ts";
import { formatSchedule, type Schedule } from "./schedule/schedule.ts";
import { noReportHint } from "./source-hint.ts";
import type { SourceCounts, SourceState, SourceStateName } from "./source-state.ts";
import type { SourceRow } from "./store/source-rows.ts";

/** What is known of a source besides its row. `now` is ISO 8601 in UTC. */
export interface SourceSurroundings {
  readonly counts: SourceCounts;
  /** Whether a host of it waits for a person. */
  readonly blocked: boolean;
  readonly region: readonly Region[];
  readonly now: string;
}

/** How a source is doing. */
export function buildSourceState(
  row: SourceRow,
  { counts, blocked, region, now }: SourceSurroundings,
): SourceState {
  const { source, paused, lastRun } = row;
  const schedule = readSchedule(row.schedule);
  const state = findState(row, blocked);
  const isVisited = lastRun?.state === "done" && counts.addresses.done > 0;
  const isEmpty = isVisited && counts.reports + counts.pending === 0;
  return {
    ...source,
    region: region.map(({ code, name }) => ({ code, name })),
    schedule: formatSchedule(schedule),
    paused,
    state,
    lastRun,
    next: buildNext(row, { schedule, state, now }),
    ...counts,
    hints: isEmpty ? [noReportHint, ...counts.hints] : counts.hints,
  };
}

function findState(row: SourceRow, blocked: boolean): SourceStateName {
  if (row.lastRun?.state === "running") return "running";
  if (row.paused) return "paused";
  if (row.wantedAt !== null) return "wanted";
  if (row.refusal !== null) return "waiting";
  if (blocked) return "person";
  return row.schedule === null && row.nextAt === null ? "off" : "idle";
}

const stateWords: Readonly<Partial<Record<SourceStateName, NextWords>>> = {
  wanted: { sentence: "a visit was asked for and begins soon", words: "已要求抓取，即将开始" },
  paused: { sentence: "it is paused until somebody resumes it", words: "已暂停，恢复后才会抓取" },
};

function buildNext(
  row: SourceRow,
  {
    schedule,
    state,
    now,
  }: { readonly schedule: Schedule; readonly state: SourceStateName; readonly now: string },
): SourceState["next"] {
  const times = { sourceId: row.source.id, last: row.lastFullAt, now };
  const computed = computeNext(schedule, times);
  const isAhead = row.nextAt !== null && row.nextAt > now;
  // Planned before the schedule asks for it: addresses that gave nothing wait until then.
  const isRetry = isAhead && computed.at !== null && row.nextAt < computed.at;
  const reason = isRetry ? "retry" : computed.reason;
  const refused = state === "waiting" && row.refusal !== null ? row.refusal.refusal : null;
  const known = refused === null ? stateWords[state] : refusalWords[refused];
  const { sentence, words } = known ?? explainNext(reason, schedule);
  if (state === "paused") return { at: null, why: sentence, words };
  if (state === "wanted") return { at: row.wantedAt, why: sentence, words };
  // Due already, and no worker has planned it: there is no time to tell.
  const planned = computed.at !== null && computed.at > now ? computed.at : null;
  return { at: row.nextAt ?? planned, why: sentence, words };
}

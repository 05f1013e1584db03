import { failures } from "../../corpus/failure.ts";
import type { Run } from "../../corpus/run.ts";
import { describeUnreached } from "../../corpus/source-hint.ts";
import type { SourceDetail, SourceState, SourceStateName } from "../../corpus/source-state.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { AdminGate } from "../../server/auth/admin-gate.ts";
import { ProgressFeed } from "../../server/progress/progress-feed.ts";

export const adminToken = "fixture-token-of-the-tests";

const runningRun: Run = {
  id: 7,
  sourceId: "qinghe",
  cause: "schedule",
  state: "running",
  startedAt: "2024-05-08T03:00:00.000Z",
  heardAt: "2024-05-08T03:04:00.000Z",
  endedAt: null,
  visits: 1234,
  failures: 3,
  found: 210,
  contents: 18,
  bytes: 9_000_000,
};
const doneRun: Run = {
  ...runningRun,
  id: 6,
  sourceId: "baishi",
  state: "done",
  endedAt: "2024-05-07T03:40:00.000Z",
};

const qinghe: SourceState = {
  id: "qinghe",
  division: "980102",
  region: [
    { code: "98", name: "澜川省" },
    { code: "980102", name: "青禾县" },
  ],
  agency: null,
  entry: "http://www.qinghe.gov.test/zwgk/",
  kind: "portal",
  render: "http",
  origin: "added",
  notes: "虚构",
  schedule: "auto",
  paused: false,
  state: "running",
  lastRun: runningRun,
  next: {
    at: "2024-06-03T02:15:00.000Z",
    why: "auto: once a month outside January to March",
    words: "自动：一至三月以外，每月一次",
  },
  reports: 42,
  pending: 5,
  addresses: { due: 120, done: 1400, failed: 9 },
  failures: [
    { cause: "not-found", count: 7, ...failures["not-found"] },
    { cause: "challenge", count: 2, ...failures.challenge },
  ],
  hints: [
    describeUnreached({
      sourceId: "qinghe",
      url: "http://www.qinghe.gov.test/zwgk/nb.aspx",
      pages: 3,
      reached: 1,
    }),
  ],
};

const nothing = {
  lastRun: null,
  reports: 0,
  pending: 0,
  addresses: { due: 0, done: 0, failed: 0 },
  failures: [],
  hints: [],
} as const;

/** A source in a state, in the place of the fixtures. */
export function buildSource(id: string, state: SourceStateName): SourceState {
  const paused = state === "paused";
  const next = { at: null, why: "it has no schedule", words: "未设计划，仅在手动要求时抓取" };
  return {
    ...qinghe,
    ...nothing,
    addresses: { ...nothing.addresses },
    failures: [],
    hints: [],
    id,
    agency: `${id}教育局`,
    state,
    paused,
    schedule: "off",
    next,
  };
}

export const sources: readonly SourceState[] = [
  qinghe,
  { ...buildSource("baishi", "idle"), lastRun: doneRun, agency: "白石镇人民政府" },
  buildSource("yunling", "paused"),
  buildSource("lanchuan", "person"),
  buildSource("linhu", "wanted"),
  buildSource("hekou", "off"),
];

function findDetail(id: string): SourceDetail | null {
  const source = sources.find((source) => source.id === id);
  if (source === undefined) return null;
  if (source !== qinghe) return { source, runs: [], hosts: [], failed: [] };
  return {
    source,
    runs: [runningRun, { ...doneRun, sourceId: "qinghe" }],
    hosts: [
      {
        name: "www.qinghe.gov.test",
        state: "challenged",
        reason: "http://www.qinghe.gov.test/zwgk/ asks for proof of a person",
        readyAt: "2024-05-09T03:00:00.000Z",
        failures: 1,
      },
    ],
    failed: [
      {
        url: "http://www.qinghe.gov.test/zwgk/gkml/xxgknb/2019/<b>.html?a=1&b=2",
        role: "report",
        cause: "not-found",
        words: failures["not-found"].words,
        reason: "404 Not Found",
        status: 404,
        attempts: 1,
        visitedAt: "2024-05-08T03:01:00.000Z",
        next: null,
      },
      {
        url: "javascript:alert(1)",
        role: "attachment",
        cause: "timeout",
        words: failures.timeout.words,
        reason: null,
        status: null,
        attempts: 3,
        visitedAt: "2024-05-08T03:02:00.000Z",
        next: "2024-05-08T09:02:00.000Z",
      },
    ],
  };
}

/** The app's parts that know of sources, played by the fixtures. */
export function buildSourceFixtures(): Pick<
  AppDeps,
  "loadSources" | "loadSource" | "loadRuns" | "direct" | "progress" | "gate" | "hasContact"
> {
  return {
    loadSources: async () => sources,
    loadSource: async (id) => findDetail(id),
    loadRuns: async ({ sourceId, limit }) =>
      [runningRun, doneRun]
        .filter((run) => sourceId === null || run.sourceId === sourceId)
        .slice(0, limit),
    direct: async (id) => sources.some((source) => source.id === id),
    hasContact: true,
    progress: new ProgressFeed({
      loadVisits: async () => [],
      findLastVisit: async () => 0,
      loadSources: async () => sources,
      complain: () => {},
    }),
    gate: new AdminGate(adminToken),
  };
}

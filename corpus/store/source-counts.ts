import { setImmediate } from "node:timers/promises";
import { type FailureCause, failures } from "../failure.ts";
import { describeUnreached } from "../source-hint.ts";
import type { SourceCounts } from "../source-state.ts";
import { loadUnreachedLists } from "./load-unreached-lists.ts";
import type { Store } from "./open-store.ts";
import type { Count } from "./schema.ts";

/** What is counted of the sources: those without an address are left out. `blocked` have a host that waits for a person. */
export interface CountedSources {
  readonly counts: ReadonlyMap<string, SourceCounts>;
  readonly blocked: ReadonlySet<string>;
}

export const noCounts: SourceCounts = {
  reports: 0,
  pending: 0,
  addresses: { due: 0, done: 0, failed: 0 },
  failures: [],
  hints: [],
};

/** Rows looked at in one turn: few enough that nobody waits long for the database or for this thread. */
const addressTurn = 20_000;
const readingTurn = 20_000;
/** So many lists of one source are told of. */
const mostHints = 3;
/** Hosts ready this far ahead wait for a person. */
const never = "9999";

/** Counts addresses, failures and reports of every source, in turns. Takes time with the number of addresses. */
export async function countSources(store: Store): Promise<CountedSources> {
  const tallies = new Map<string, Tally>();
  const find = (id: string): Tally => {
    const tally = tallies.get(id) ?? {
      states: new Map(),
      causes: new Map(),
      reports: new Set(),
      pending: 0,
    };
    tallies.set(id, tally);
    return tally;
  };
  await tallyAddresses(store, find);
  await tallyReadings(store, find);
  const unreached = await loadUnreachedLists(store, null);
  const counts = new Map(
    [...tallies].map(([id, tally]) => {
      const own = unreached.filter(({ sourceId }) => sourceId === id).slice(0, mostHints);
      return [id, { ...buildCounts(tally), hints: own.map(describeUnreached) }];
    }),
  );
  return { counts, blocked: await loadBlocked(store) };
}

interface Tally {
  readonly states: Map<string, number>;
  readonly causes: Map<FailureCause, number>;
  readonly reports: Set<string>;
  pending: number;
}

async function tallyAddresses(store: Store, find: (id: string) => Tally): Promise<void> {
  const last = await findLast(store, "address");
  for (let from = 0; from < last; from += addressTurn) {
    const rows = await store.db
      .selectFrom("address")
      .where("id", ">", from)
      .where("id", "<=", from + addressTurn)
      .groupBy(["source_id", "state", "failure"])
      .select((eb) => ["source_id", "state", "failure", eb.fn.countAll<Count>().as("count")])
      .execute();
    for (const { source_id: id, state, failure, count } of rows) {
      const { states, causes } = find(id);
      states.set(state, (states.get(state) ?? 0) + Number(count));
      if (isCause(failure)) causes.set(failure, (causes.get(failure) ?? 0) + Number(count));
    }
    await setImmediate();
  }
}

async function tallyReadings(store: Store, find: (id: string) => Tally): Promise<void> {
  const last = await findLast(store, "reading");
  for (let from = 0; from < last; from += readingTurn) {
    const rows = await store.db
      .selectFrom("reading")
      .innerJoin("address", "address.id", "reading.address_id")
      .where("reading.id", ">", from)
      .where("reading.id", "<=", from + readingTurn)
      .where("reading.state", "in", ["pending", "report"])
      .select(["address.source_id", "reading.state", "reading.report_id"])
      .execute();
    for (const { source_id: id, state, report_id: report } of rows) {
      const tally = find(id);
      if (state === "pending") tally.pending += 1;
      if (report !== null) tally.reports.add(report);
    }
    await setImmediate();
  }
}

async function findLast({ db }: Store, table: "address" | "reading"): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max("id").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function loadBlocked({ db }: Store): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("host")
    .innerJoin("address", "address.host", "host.name")
    .where((eb) => eb.or([eb("host.state", "<>", "open"), eb("host.ready_at", ">=", never)]))
    .distinct()
    .select("address.source_id")
    .execute();
  return new Set(rows.map((row) => row.source_id));
}

function buildCounts({ states, causes, reports, pending }: Tally): Omit<SourceCounts, "hints"> {
  const count = (state: string) => states.get(state) ?? 0;
  const counted = [...causes].map(([cause, count]) => ({ cause, count, ...failures[cause] }));
  return {
    reports: reports.size,
    pending,
    addresses: { due: count("due"), done: count("done"), failed: count("failed") },
    failures: counted.sort((a, b) => b.count - a.count || a.cause.localeCompare(b.cause)),
  };
}

/** A cause that a newer release wrote is passed by. */
function isCause(cause: string | null): cause is FailureCause {
  return cause !== null && Object.hasOwn(failures, cause);
}

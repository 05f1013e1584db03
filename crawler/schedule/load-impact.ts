import { computeNext } from "../../corpus/schedule/compute-next.ts";
import { readSchedule } from "../../corpus/schedule/read-schedule.ts";
import { countPlanned, type PlannedAddresses } from "../../corpus/store/frontier/count-planned.ts";
import { findUnknown } from "../../corpus/store/frontier/find-unknown.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import type { SourceRow } from "../../corpus/store/source-rows.ts";
import type { HeldSource } from "../../corpus/store/sources.ts";
import { buildNewAddress } from "../crawl/build-new-address.ts";
import { formatTime } from "../crawl/crawl-parts.ts";
import { listEntries } from "../crawl/list-entries.ts";
import { loadRevisit } from "../crawl/load-revisit.ts";
import { revisitDays } from "../crawl/plan-revisit.ts";
import { defaultPatienceMs } from "../crawl/store-crawler.ts";
import { choosePace } from "../manners/choose-pace.ts";
import { type HostImpact, planImpact } from "../manners/plan-impact.ts";
import { planNextCrawl } from "./plan-next-crawl.ts";

const dayMs = 86_400_000;
/** The visits of a schedule are counted over a year: it has a season. */
const spanDays = 365;

/** What crawls ask of each host; of the sources in `unseen` nothing is known yet. */
export interface Impact {
  readonly hosts: readonly HostImpact[];
  readonly unseen: readonly HeldSource[];
}

/** Computes what crawls of these sources will ask, `now` in milliseconds since 1970. Asks nobody anything. */
export async function loadImpact(
  store: Store,
  rows: readonly SourceRow[],
  now: number,
): Promise<Impact> {
  const addresses: PlannedAddresses[] = [];
  const unseen: HeldSource[] = [];
  for (const row of rows) {
    const planned = await loadPlanned(store, row, now);
    if (planned.length === 0) unseen.push(row.source);
    addresses.push(...planned);
  }
  const sources = rows.map(({ source, schedule }) => ({
    id: source.id,
    visitsPerDay: countVisits(source.id, schedule, now),
    pace: choosePace(source),
  }));
  return { hosts: planImpact(addresses, sources), unseen };
}

/** By the rule of the crawler itself: what is due then, what it makes due, and entries that are new by then. */
async function loadPlanned(
  store: Store,
  row: SourceRow,
  now: number,
): Promise<readonly PlannedAddresses[]> {
  const { source } = row;
  const { at, cause } = planNextCrawl(row, formatTime(now));
  const planned = await countPlanned(store, {
    sourceId: source.id,
    revisit: await loadRevisit(store, { sourceId: source.id, cause, now: at, all: false }),
    horizon: formatTime(at + defaultPatienceMs),
    youngSince: formatTime(now - revisitDays.youngFor * dayMs),
  });
  const entries = listEntries(source, new Date(at)).flatMap(
    (found) => buildNewAddress(found, source, null) ?? [],
  );
  const fresh = planned.length === 0 ? [] : await findUnknown(store, entries);
  return planned.map((own) => {
    const added = fresh.filter(({ host }) => host === own.host).length;
    return { ...own, lists: own.lists + added, next: own.next + added };
  });
}

/** Visits a day in the coming time. */
function countVisits(sourceId: string, text: string | null, now: number): number {
  const schedule = readSchedule(text);
  let [count, at] = [0, now];
  while (count < spanDays * 24) {
    const times = { sourceId, last: formatTime(at), now: formatTime(at) };
    const next = computeNext(schedule, times).at;
    if (next === null || Date.parse(next) > now + spanDays * dayMs) break;
    at = Math.max(Date.parse(next), at + 1);
    count += 1;
  }
  return count / spanDays;
}

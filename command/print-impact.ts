import { computeNext } from "../corpus/schedule/compute-next.ts";
import { parseSchedule } from "../corpus/schedule/schedule.ts";
import { countPlanned } from "../corpus/store/frontier/count-planned.ts";
import { loadSchedules } from "../corpus/store/schedule.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import { formatTime } from "../crawler/crawl/crawl-parts.ts";
import { revisitDays } from "../crawler/crawl/plan-revisit.ts";
import { discoveryBounds } from "../crawler/links/find-columns.ts";
import { demoPace, politePace } from "../crawler/manners/compute-delay.ts";
import { type HostImpact, planImpact } from "../crawler/manners/plan-impact.ts";
import { isOwnHost } from "../corpus/is-own-host.ts";
import type { CommandContext } from "./command.ts";
import { formatTable } from "./format-table.ts";
import type { Parts } from "./open-parts.ts";

const dayMs = 86_400_000;
/** The visits of a schedule are counted over a year: it has a season. */
const spanDays = 365;

interface ImpactWishes {
  readonly context: CommandContext;
  readonly json: boolean;
}

/**
 * Prints what the crawls of sources ask of each host and day: the assessment that 网络数据安全管理条例 art. 18 asks of
 * whoever collects data by program. Asks nobody anything.
 */
export async function printImpact(
  { corpus: { store } }: Parts,
  sources: readonly HeldSource[],
  { context: { terminal }, json }: ImpactWishes,
): Promise<number> {
  const now = Date.now();
  const ids = sources.map(({ id }) => id);
  const youngSince = formatTime(now - revisitDays.youngFor * dayMs);
  const schedules = await loadSchedules(store, ids);
  const planned = sources.map((source) => ({
    id: source.id,
    visitsPerDay: countVisits(source.id, schedules.get(source.id) ?? null, now),
    pace: source.origin === "demo" || isOwnHost(source.entry) ? demoPace : politePace,
  }));
  const addresses = await countPlanned(store, { sources: ids, youngSince });
  const hosts = planImpact(addresses, planned);
  const seen = new Set(addresses.map(({ sourceId }) => sourceId));
  const unseen = sources.filter(({ id }) => !seen.has(id));
  if (json) terminal.printJson({ hosts, unseen: unseen.map(({ id }) => id) });
  else {
    for (const line of formatTable([heads, ...hosts.map(formatHost)])) terminal.print(line);
    for (const source of unseen) terminal.print(describeUnseen(source));
  }
  return 0;
}

const heads = ["host", "next crawl", "mean a day", "most a day", "pause", "sources"];

function formatHost(impact: HostImpact): readonly string[] {
  const { host, next, perDay, mostPerDay, delayMs, crawlDelayMs, sources } = impact;
  const asked = crawlDelayMs === null ? "" : ` (Crawl-delay ${crawlDelayMs / 1000} s)`;
  const pause = `${delayMs / 1000} s${asked}`;
  return [host, String(next), String(perDay), String(mostPerDay), pause, sources.join(" ")];
}

function describeUnseen({ id, kind, entry }: HeldSource): string {
  const { host } = new URL(entry.replace(/[{}|]/gu, ""));
  const plan =
    kind === "portal"
      ? `at most ${discoveryBounds.pages} pages on the way to its columns, then each list and report once`
      : kind === "pattern"
        ? "each computed address once"
        : "its lists and each report once";
  return `${id}: not crawled yet; ${plan} (${host}, a request every ${politePace.leastMs / 1000} s at most)`;
}

/** Visits a day in the coming time. */
function countVisits(sourceId: string, schedule: string | null, now: number): number {
  const parsed = parseSchedule(schedule);
  let [count, at] = [0, now];
  while (count < spanDays * 24) {
    const times = { sourceId, last: formatTime(at), now: formatTime(at) };
    const next = computeNext(parsed, times).at;
    if (next === null || Date.parse(next) > now + spanDays * dayMs) break;
    at = Math.max(Date.parse(next), at + 1);
    count += 1;
  }
  return count / spanDays;
}

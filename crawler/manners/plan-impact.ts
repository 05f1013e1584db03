import type { PlannedAddresses } from "../../corpus/store/frontier/count-planned.ts";
import { revisitDays } from "../crawl/plan-revisit.ts";
import { computeDelay, type PaceBounds } from "./compute-delay.ts";
import { parseRobots } from "./parse-robots.ts";
import { robotsRecordSchema } from "./robots-record.ts";

const dayMs = 86_400_000;

/** What is planned for one host. Requests a day are means over the days until the next crawl. */
export interface HostImpact {
  readonly host: string;
  readonly sources: readonly string[];
  /** Pages that the next crawl of each source asks for, as far as they are known. */
  readonly next: number;
  readonly perDay: number;
  /** The most that the pause between requests allows in a day, whatever is planned. */
  readonly mostPerDay: number;
  /** Between two requests, in milliseconds. */
  readonly delayMs: number;
  readonly crawlDelayMs: number | null;
}

/** How a source is crawled: `visitsPerDay` by its schedule, 0 where nothing is planned. */
export interface PlannedSource {
  readonly id: string;
  readonly visitsPerDay: number;
  readonly pace: PaceBounds;
}

/** The planned requests of every host, the most asked one first. Pure. */
export function planImpact(
  addresses: readonly PlannedAddresses[],
  sources: readonly PlannedSource[],
): readonly HostImpact[] {
  const hosts = new Set(addresses.map(({ host }) => host));
  const known = new Map(sources.map((source) => [source.id, source]));
  return [...hosts]
    .map((name) => addresses.filter(({ host }) => host === name))
    .map((own) => planHost(own, known))
    .toSorted((a, b) => b.perDay - a.perDay || (a.host < b.host ? -1 : 1));
}

function planHost(
  addresses: readonly PlannedAddresses[],
  sources: ReadonlyMap<string, PlannedSource>,
): HostImpact {
  const [first] = addresses;
  const crawlDelayMs = readCrawlDelay(first?.robots ?? null);
  const responseMs = first?.responseMs ?? null;
  const paces = addresses.flatMap(({ sourceId }) => sources.get(sourceId)?.pace ?? []);
  const delays = paces.map((pace) => computeDelay({ crawlDelayMs, responseMs }, pace));
  const delayMs = Math.max(...delays, 0);
  const mostPerDay = delayMs === 0 ? Number.POSITIVE_INFINITY : Math.floor(dayMs / delayMs);
  const next = sum(addresses, (own) => own.next);
  const planned = sum(addresses, (own) =>
    countDaily(own, sources.get(own.sourceId)?.visitsPerDay ?? 0),
  );
  return {
    host: first?.host ?? "",
    sources: addresses.map(({ sourceId }) => sourceId),
    next,
    perDay: Math.min(Math.ceil(planned), mostPerDay),
    mostPerDay,
    delayMs,
    crawlDelayMs,
  };
}

/** Lists with every crawl; reports in their own rhythm, but no more often than there are crawls. */
function countDaily({ lists, young, old }: PlannedAddresses, visitsPerDay: number): number {
  const often = (days: number) => Math.min(visitsPerDay, 1 / days);
  return lists * visitsPerDay + young * often(revisitDays.young) + old * often(revisitDays.old);
}

function readCrawlDelay(robots: string | null): number | null {
  if (robots === null) return null;
  return parseRobots(robotsRecordSchema.parse(JSON.parse(robots))).crawlDelayMs;
}

function sum<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((total, item) => total + read(item), 0);
}

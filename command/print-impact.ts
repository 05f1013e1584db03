import { loadSourceRows } from "../corpus/store/source-rows.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import { discoveryBounds } from "../crawler/links/find-columns.ts";
import { choosePace } from "../crawler/manners/choose-pace.ts";
import type { HostImpact } from "../crawler/manners/plan-impact.ts";
import { loadImpact } from "../crawler/schedule/load-impact.ts";
import type { CommandContext } from "./command.ts";
import { formatTable } from "./format-table.ts";
import type { Parts } from "./open-parts.ts";

interface ImpactWishes {
  readonly context: Pick<CommandContext, "terminal">;
  readonly json: boolean;
}

/**
 * Prints what the crawls of sources ask of each host and day: the assessment that 网络数据安全管理条例 art. 18 asks of
 * whoever collects data by program. Asks nobody anything.
 */
export async function printImpact(
  { corpus: { store } }: { readonly corpus: Pick<Parts["corpus"], "store"> },
  sources: readonly HeldSource[],
  { context: { terminal }, json }: ImpactWishes,
): Promise<number> {
  const ids = new Set(sources.map(({ id }) => id));
  const rows = (await loadSourceRows(store)).filter(({ source }) => ids.has(source.id));
  const { hosts, unseen } = await loadImpact(store, rows, Date.now());
  if (json) terminal.printJson({ hosts, unseen: unseen.map(({ id }) => id) });
  else {
    for (const line of formatTable([heads, ...hosts.map(formatHost)])) terminal.print(line);
    for (const source of unseen) terminal.print(describeUnseen(source));
  }
  return 0;
}

const heads = [
  "host",
  "pages of the next crawl",
  "mean a day",
  "most a day that the pause allows",
  "pause",
  "sources",
];

function formatHost(impact: HostImpact): readonly string[] {
  const { host, next, perDay, mostPerDay, delayMs, crawlDelayMs, sources } = impact;
  const asked = crawlDelayMs === null ? "" : ` (Crawl-delay ${crawlDelayMs / 1000} s)`;
  const pause = `${delayMs / 1000} s${asked}`;
  return [host, String(next), String(perDay), String(mostPerDay), pause, sources.join(" ")];
}

function describeUnseen(source: HeldSource): string {
  const { id, kind, entry } = source;
  const { host } = new URL(entry.replace(/[{}|]/gu, ""));
  const plan =
    kind === "portal"
      ? `at most ${discoveryBounds.pages} pages on the way to its columns, then each list and report once`
      : kind === "pattern"
        ? "each computed address once"
        : "its lists and each report once";
  const { leastMs } = choosePace(source);
  return `${id}: not crawled yet; ${plan} (${host}, a request every ${leastMs / 1000} s at most)`;
}

import { endOwner, loadLeasedHosts } from "../../corpus/store/end-owner.ts";
import { loadSources } from "../../corpus/store/sources.ts";
import { politePace } from "../manners/compute-delay.ts";
import { type CrawlParts, formatTime } from "./crawl-parts.ts";
import { findOwedPause } from "./find-owed-pause.ts";
import { forEachDeadOwner } from "./owner-locks.ts";

/**
 * Gives back what processes left that crawled over this archive folder and died, and asks for the sources whose crawls
 * broke off. Processes that live are left alone; the leases of other machines run out by themselves.
 */
export async function endDeadOwners(parts: CrawlParts): Promise<void> {
  await forEachDeadOwner(parts.archive.folder, (owner) => leaveOwner(owner, parts));
}

/** Gives back what a process has claimed, each host after the pause that it is owed: nobody knows when it was asked. */
export async function leaveOwner(owner: string, parts: CrawlParts): Promise<void> {
  const { store, now, findNetwork } = parts;
  const leased = await loadLeasedHosts(store, owner);
  const sources = new Map((await loadSources(store)).map((source) => [source.id, source]));
  const at = now();
  const hosts = leased.map(({ host, sourceId }) => {
    const source = sources.get(sourceId ?? "");
    const pace = source === undefined ? politePace : findNetwork(source).pace;
    return { name: host.name, readyAt: formatTime(at + findOwedPause(host, pace, at)) };
  });
  await endOwner(store, { owner, now: formatTime(at), hosts });
}

import { setTimeout } from "node:timers/promises";
import type { Config } from "../config.ts";
import { buildUserAgent } from "../crawler/http/client-options.ts";
import { SourceRefused } from "../crawler/schedule/source-refused.ts";
import { nameOwner } from "../crawler/crawl/name-owner.ts";
import { lockOwner } from "../crawler/crawl/owner-locks.ts";
import { openSharedHosts } from "../crawler/sources/open-shared-hosts.ts";
import type { Corpus } from "../corpus/main.ts";
import { choosePace } from "../crawler/manners/choose-pace.ts";
import { openNetwork } from "../crawler/open-network.ts";
import { isDemoEntry } from "../corpus/is-demo-entry.ts";
import { type AskedEntry, isStranger } from "../corpus/is-stranger.ts";
import type { VisitKeeping } from "../crawler/sources/keep-visit.ts";
import type { VisitorDeps } from "../crawler/sources/polite-visitor.ts";
import type { CommandContext } from "./command.ts";
import { openDemoHosts } from "./open-demo-hosts.ts";
import { loadVersion } from "./load-version.ts";

/** No site is asked by a crawler that does not say who is behind it: set the variable and start again. */
export class ContactMissing extends SourceRefused {
  override readonly name = "ContactMissing";
}

/** What the pages of an entry are asked with; `close` ends what is under way. */
export interface Visitors {
  readonly choose: (target: AskedEntry) => VisitorDeps;
  readonly close: () => Promise<void>;
}

/** Where what comes is kept, and what it is asked for. */
export interface VisitorKeeping extends Pick<VisitKeeping, "role"> {
  readonly corpus: Pick<Corpus, "store" | "archive">;
}

/**
 * Opens what asks for the pages of these entries, with a browser for those that need one. Hosts of this machine and of
 * tests are asked faster, and need no contact; the portals of the demo are served while they are asked. Between their
 * requests the same hosts are free for crawls. Throws ContactMissing.
 */
export async function openVisitors(
  { config, stop, terminal }: CommandContext,
  targets: readonly AskedEntry[],
  { corpus, role }: VisitorKeeping,
): Promise<Visitors> {
  const stranger = targets.find(isStranger)?.entry;
  if (stranger !== undefined && config.crawlContact === undefined)
    throw new ContactMissing(
      `Set GONGKAI_CONTACT to your e-mail address or a page about you before ${readHost(stranger)} is asked: the crawler tells every site who it is.`,
    );
  const name = { ...nameCrawler(config), chromium: config.playwrightChromium };
  const outside = openNetwork(name, { isOwn: false });
  const own = openNetwork(name, { isOwn: true });
  const demoHosts = openDemoHosts();
  const demo = openNetwork(name, { isOwn: true, resolve: demoHosts.resolve });
  const told = new Set<string>();
  const complain = (sentence: string): void => {
    if (!told.has(sentence)) terminal.complain(sentence);
    told.add(sentence);
  };
  const { store, archive } = corpus;
  const owner = nameOwner();
  // Where the archive cannot be written, what this process leaves when it is killed is free after two minutes.
  const lock = await lockOwner(archive.folder, owner).catch(() => null);
  const keeping = { archive, role, complain };
  const rest = { wait: (ms: number) => wait(ms, stop), now: Date.now, signal: stop, keeping };
  return {
    choose: (target) => {
      const network = isDemoEntry(target) ? demo : isStranger(target) ? outside : own;
      const { client, openRenderer, resolve } = network;
      const hosts = openSharedHosts({ ...rest, store, owner, resolve });
      return { ...rest, hosts, client, openRenderer, pace: choosePace(target) };
    },
    close: async () => {
      for (const network of [outside, own, demo]) await network.close();
      await demoHosts.close();
      await lock?.release();
    },
  };
}

/** How the crawler names itself and its owner, as the settings say. */
export function nameCrawler({ crawlContact }: Pick<Config, "crawlContact">): {
  readonly userAgent: string;
  readonly contact: string | null;
} {
  const contact = crawlContact ?? null;
  const isMail = contact !== null && !/^https?:/u.test(contact);
  const address = isMail ? `mailto:${contact}` : contact;
  return { userAgent: buildUserAgent(loadVersion(), address), contact: isMail ? contact : null };
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}

function readHost(entry: string): string {
  return URL.canParse(entry) ? new URL(entry).host : entry;
}

import { setTimeout } from "node:timers/promises";
import type { Config } from "../config.ts";
import { buildUserAgent } from "../crawler/http/client-options.ts";
import { SourceRefused } from "../crawler/schedule/source-refused.ts";
import { choosePace } from "../crawler/manners/choose-pace.ts";
import { openNetwork } from "../crawler/open-network.ts";
import { buildDemoPortals } from "../demo/portal/demo-portals.ts";
import { startPortals } from "../demo/portal/start-portals.ts";
import { type AskedEntry, isStranger } from "../corpus/is-stranger.ts";
import type { VisitKeeping } from "../crawler/sources/keep-visit.ts";
import type { VisitorDeps } from "../crawler/sources/polite-visitor.ts";
import type { CommandContext } from "./command.ts";
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

/** For whom what is asked is kept; without it nothing is. */
export type VisitorKeeping = Pick<VisitKeeping, "archive" | "role">;

/**
 * Opens what asks for the pages of these entries, with a browser for those that need one. Hosts of this machine and of
 * tests are asked faster, and need no contact; the portals of the demo are served while they are asked. Throws
 * ContactMissing.
 */
export async function openVisitors(
  { config, stop, terminal }: CommandContext,
  targets: readonly AskedEntry[],
  kept: VisitorKeeping,
): Promise<Visitors> {
  const stranger = targets.find(isStranger)?.entry;
  if (stranger !== undefined && config.crawlContact === undefined)
    throw new ContactMissing(
      `Set GONGKAI_CONTACT to your e-mail address or a page about you before ${readHost(stranger)} is asked: the crawler tells every site who it is.`,
    );
  const name = { ...nameCrawler(config), chromium: config.playwrightChromium };
  const outside = openNetwork(name, { isOwn: false });
  const own = openNetwork(name, { isOwn: true });
  const portals = targets.some(isDemo) ? await startPortals(buildDemoPortals()) : null;
  const demo = portals && openNetwork(name, { isOwn: true, resolve: portals.resolve });
  const told = new Set<string>();
  const complain = (sentence: string): void => {
    if (!told.has(sentence)) terminal.complain(sentence);
    told.add(sentence);
  };
  const keeping = { ...kept, complain };
  const rest = { wait: (ms: number) => wait(ms, stop), now: Date.now, signal: stop, keeping };
  return {
    choose: (target) => {
      const network = demo && isDemo(target) ? demo : isStranger(target) ? outside : own;
      const { client, openRenderer } = network;
      return { ...rest, client, openRenderer, pace: choosePace(target) };
    },
    close: async () => {
      for (const network of [outside, own, demo]) await network?.close();
      await portals?.close();
    },
  };
}

function isDemo({ origin }: AskedEntry): boolean {
  return origin === "demo";
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

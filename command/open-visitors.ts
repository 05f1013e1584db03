import { setTimeout } from "node:timers/promises";
import type { Config } from "../config.ts";
import { buildUserAgent } from "../crawler/http/client-options.ts";
import { openClient } from "../crawler/http/http-client.ts";
import { SourceRefused } from "../crawler/schedule/source-refused.ts";
import { demoPace, politePace } from "../crawler/manners/compute-delay.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import { buildDemoPortals } from "../demo/portal/demo-portals.ts";
import { startPortals } from "../demo/portal/start-portals.ts";
import { isOwnHost } from "../corpus/is-own-host.ts";
import type { VisitorDeps } from "../crawler/sources/polite-visitor.ts";
import type { CommandContext } from "./command.ts";
import { loadVersion } from "./load-version.ts";

/** No site is asked by a crawler that does not say who is behind it: set the variable and start again. */
export class ContactMissing extends SourceRefused {
  override readonly name = "ContactMissing";
}

/** What the pages of an entry are asked with; `close` ends what is under way. */
export interface Visitors {
  readonly choose: (target: VisitTarget) => VisitorDeps;
  readonly close: () => Promise<void>;
}

/** What is asked: a source, or an address that is none yet. */
export type VisitTarget = Pick<HeldSource, "entry"> & Partial<Pick<HeldSource, "origin">>;

/**
 * Opens what asks for the pages of these entries. Hosts of this machine and of tests are asked faster, and need no
 * contact; the portals of the demo are served while they are asked. Throws ContactMissing.
 */
export async function openVisitors(
  { config, stop }: CommandContext,
  targets: readonly VisitTarget[],
): Promise<Visitors> {
  const isDemo = ({ origin }: VisitTarget) => origin === "demo";
  const stranger = targets.find((target) => !isDemo(target) && !isOwnHost(target.entry))?.entry;
  if (stranger !== undefined && config.crawlContact === undefined)
    throw new ContactMissing(
      `Set GONGKAI_CONTACT to your e-mail address or a page about you before ${readHost(stranger)} is asked: the crawler tells every site who it is.`,
    );
  const names = nameCrawler(config);
  const outside = openClient(names);
  const own = openClient({ ...names, allowPrivate: true });
  const portals = targets.some(isDemo) ? await startPortals(buildDemoPortals()) : null;
  const demo = portals && openClient({ ...names, allowPrivate: true, resolve: portals.resolve });
  const rest = { wait: (ms: number) => wait(ms, stop), now: Date.now, signal: stop };
  return {
    choose: (target) => {
      if (demo && isDemo(target)) return { ...rest, client: demo, pace: demoPace };
      return isOwnHost(target.entry)
        ? { ...rest, client: own, pace: demoPace }
        : { ...rest, client: outside, pace: politePace };
    },
    close: async () => {
      for (const client of [outside, own, demo]) client?.close();
      await portals?.close();
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

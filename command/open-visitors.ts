import { setTimeout } from "node:timers/promises";
import type { Config } from "../config.ts";
import { buildUserAgent } from "../crawler/http/client-options.ts";
import { openClient } from "../crawler/http/http-client.ts";
import { demoPace, politePace } from "../crawler/manners/compute-delay.ts";
import { isOwnHost } from "../crawler/sources/is-own-host.ts";
import type { VisitorDeps } from "../crawler/sources/polite-visitor.ts";
import type { CommandContext } from "./command.ts";
import { loadVersion } from "./load-version.ts";

/** No site is asked by a crawler that does not say who is behind it: set the variable and start again. */
export class ContactMissing extends Error {
  override readonly name = "ContactMissing";
}

/** What the pages of an entry are asked with; `close` ends what is under way. */
export interface Visitors {
  readonly choose: (entry: string) => VisitorDeps;
  readonly close: () => void;
}

/**
 * Opens what asks for the pages of these entries. Hosts of this machine and of tests are asked faster, and need no
 * contact. Throws ContactMissing.
 */
export function openVisitors(
  { config, stop }: CommandContext,
  entries: readonly string[],
): Visitors {
  const stranger = entries.find((entry) => !isOwnHost(entry));
  if (stranger !== undefined && config.crawlContact === undefined)
    throw new ContactMissing(
      `Set GONGKAI_CONTACT to your e-mail address or a page about you before ${readHost(stranger)} is asked: the crawler tells every site who it is.`,
    );
  const names = nameCrawler(config);
  const outside = openClient(names);
  const own = openClient({ ...names, allowPrivate: true });
  const rest = { wait: (ms: number) => wait(ms, stop), now: Date.now, signal: stop };
  return {
    choose: (entry) =>
      isOwnHost(entry)
        ? { ...rest, client: own, pace: demoPace }
        : { ...rest, client: outside, pace: politePace },
    close: () => {
      outside.close();
      own.close();
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

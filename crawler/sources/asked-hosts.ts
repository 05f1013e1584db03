import type { HostRecord } from "../../corpus/frontier.ts";
import { buildHostProfile } from "../manners/judge-host.ts";

/** What is known of the hosts that are asked. Whoever has taken one is the only one to ask it. */
export interface AskedHosts {
  /** Takes the host of an address. Throws FetchFailed where it cannot be had in time, and the reason of an abort. */
  readonly take: (url: string) => Promise<HostRecord>;
  /** Keeps what was learnt of a host that was taken, and gives it back. */
  readonly give: (host: HostRecord) => Promise<void>;
}

const nothing = { responseMs: null, ip: null, habits: null, robots: null } as const;

/** Hosts that nobody else asks, known for as long as this is. `now` is in milliseconds since 1970. */
export function openOwnHosts(now: () => number): AskedHosts {
  const known = new Map<string, HostRecord>();
  return {
    take: async (url) => {
      const { host: name } = new URL(url);
      return known.get(name) ?? { name, ...buildHostProfile(now()), ...nothing };
    },
    give: async (host) => void known.set(host.name, host),
  };
}

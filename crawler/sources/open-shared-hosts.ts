import type { HostRecord } from "../../corpus/frontier.ts";
import { claimHost } from "../../corpus/store/frontier/claim-host.ts";
import { extendLeases, leaseIp, releaseHost } from "../../corpus/store/frontier/leases.ts";
import { saveHost } from "../../corpus/store/frontier/save-host.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { formatTime } from "../crawl/crawl-parts.ts";
import { findIp } from "../crawl/find-ip.ts";
import { heartbeatMs, leaseMs } from "../crawl/frontier-queue.ts";
import { buildFailure } from "../http/fetch-failed.ts";
import type { HostResolver } from "../http/resolve-host.ts";
import type { AskedHosts } from "./asked-hosts.ts";

/** `owner` names this process in leases; `wait` takes milliseconds, `now` is in milliseconds since 1970. */
export interface SharedHostsParts {
  readonly store: Store;
  readonly owner: string;
  readonly resolve: HostResolver;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
}

/** How often is looked whether another has given a host back, and for how long. Milliseconds. */
const lookMs = 100;
const patienceMs = 180_000;

/** The hosts as crawls know them: of all processes over the store, one asks a host at a time. */
export function openSharedHosts(parts: SharedHostsParts): AskedHosts {
  const { store, owner, now, wait } = parts;
  const beats = new Map<string, NodeJS.Timeout>();
  const beat = () =>
    extendLeases(store, { owner, until: formatTime(now() + leaseMs) }).catch(() => {});
  return {
    take: async (url) => {
      const lastAt = now() + patienceMs;
      for (let taken = await tryTake(url, parts); ; taken = await tryTake(url, parts)) {
        if (taken !== null) {
          beats.set(taken.name, setInterval(() => void beat(), heartbeatMs).unref());
          return taken;
        }
        if (now() > lastAt) throw buildBusy(url);
        await wait(lookMs);
      }
    },
    give: async (host) => {
      clearInterval(beats.get(host.name));
      beats.delete(host.name);
      await saveHost(store, { owner, host, now: formatTime(now()) });
    },
  };
}

/** Null where the host or the IP address behind it is being asked. */
async function tryTake(
  url: string,
  { store, owner, resolve, now }: SharedHostsParts,
): Promise<HostRecord | null> {
  const { host } = new URL(url);
  const times = { now: formatTime(now()), until: formatTime(now() + leaseMs) };
  const record = await claimHost(store, { owner, host, ...times });
  if (record === null) return null;
  const ip = await findIp(url, record, resolve);
  if (ip === null) return record;
  if (await leaseIp(store, { ip, host, ...times })) return { ...record, ip };
  await releaseHost(store, { owner, host, readyAt: times.now, ip });
  return null;
}

function buildBusy(url: string) {
  const { host } = new URL(url);
  return buildFailure("too-many-requests", `${host} is being asked by a crawl; try again later.`);
}

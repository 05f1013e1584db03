import type { County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind, PublishedAddress } from "./obstacle.ts";
import { buildHost, buildPages, listTruth, servePages } from "./serve-county.ts";

/** Hosts that answer on one family of addresses alone (behaviour 30). */
export const addressFamilies: readonly ObstacleKind[] = [
  publish("ipv6-only", ["ipv6"]),
  publish("ipv6-dead", ["ipv6-dead", "ipv4"]),
  publish("ipv4-dead", ["ipv4-dead", "ipv6"]),
];

function publish(key: string, has: readonly PublishedAddress[]): ObstacleKind {
  const build = (county: County): ObstacleDraft => {
    const pages = buildPages(county);
    return {
      portal: { hosts: [buildHost(county, servePages(pages))], truth: listTruth(county, pages) },
      listeners: [{ kind: "families", host: county.host, port: 80, has }],
    };
  };
  return { key, behaviour: 30, build };
}

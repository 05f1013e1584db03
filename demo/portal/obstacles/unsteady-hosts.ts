import { Buffer } from "node:buffer";
import { setTimeout as sleep } from "node:timers/promises";
import type { PortalHost } from "../portal.ts";
import type { County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import type { ObstacleParameters } from "./obstacle-parameters.ts";
import { buildHost, buildPages, isReportPath, listTruth, servePages } from "./serve-county.ts";
import { buildHead, writeThenReset } from "./write-raw.ts";

/** Hosts that are closed at night, slow, or break off (behaviour 29). */
export const unsteadyHosts: readonly ObstacleKind[] = [
  { key: "closed-at-night", behaviour: 29, build: closeAtNight },
  { key: "slow-first-byte", behaviour: 29, build: takeTime },
  { key: "reset-in-body", behaviour: 29, build: resetOnce },
];

function closeAtNight(county: County, { closed }: ObstacleParameters): ObstacleDraft {
  const pages = buildPages(county);
  const { host } = county;
  return {
    portal: { hosts: [buildHost(county, servePages(pages))], truth: listTruth(county, pages) },
    listeners: [{ kind: "closed-hours", host, port: 80, ...closed }],
  };
}

function takeTime(county: County, { firstByteMs }: ObstacleParameters): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  const serve: PortalHost["serve"] = async (asked) => {
    if (asked.url.pathname !== "/robots.txt")
      await sleep(firstByteMs, null, { signal: asked.signal });
    return find(asked);
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

/** Each report is reset in its middle when it is asked for the first time, and whole the second. */
function resetOnce(county: County): ObstacleDraft {
  const pages = buildPages(county);
  const seen = new Set<string>();
  const serve: PortalHost["serve"] = (asked) => {
    const page = servePages(pages)(asked);
    const { pathname } = asked.url;
    if (!isReportPath(pathname) || seen.has(pathname)) return page;
    seen.add(pathname);
    const body = Buffer.from(page.body);
    const fields = ["Content-Type: text/html", `Content-Length: ${body.length}`];
    return writeThenReset(buildHead("200 OK", fields), body.subarray(0, body.length / 2));
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

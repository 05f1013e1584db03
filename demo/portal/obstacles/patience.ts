import type { PortalHost, ServedPage } from "../portal.ts";
import type { County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import type { ObstacleParameters } from "./obstacle-parameters.ts";
import { buildHost, buildPages, isReportPath, listTruth, servePages } from "./serve-county.ts";
import { TokenBucket } from "./token-bucket.ts";

/** Hosts that ask for patience (behaviour 26). */
export const patience: readonly ObstacleKind[] = [
  {
    key: "retry-seconds",
    behaviour: 26,
    build: (county, { retryAfterSeconds }) =>
      askToWait(county, 429, (at) => {
        const until = at + retryAfterSeconds * 1000;
        return { until, write: (now) => String(Math.ceil((until - now) / 1000)) };
      }),
  },
  {
    key: "retry-date",
    behaviour: 26,
    build: (county, { retryAfterSeconds }) =>
      askToWait(county, 429, (at) => {
        const until = Math.ceil(at / 1000 + retryAfterSeconds) * 1000;
        return { until, write: () => new Date(until).toUTCString() };
      }),
  },
  {
    key: "retry-503",
    behaviour: 26,
    build: (county, { retryAfterSeconds }) =>
      askToWait(county, 503, (at) => {
        const until = at + retryAfterSeconds * 1000;
        return { until, write: (now) => String(Math.ceil((until - now) / 1000)) };
      }),
  },
  { key: "rate-ban", behaviour: 26, build: banForHaste },
];

/** Until when is to be waited, and how the field says so. */
interface Pause {
  readonly until: number;
  readonly write: (now: number) => string;
}

/** The first report that is asked for closes the host for a while, once. */
function askToWait(
  county: County,
  status: number,
  buildPause: (at: number) => Pause,
): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  let pause: Pause | null = null;
  const serve: PortalHost["serve"] = (asked) => {
    if (isReportPath(asked.url.pathname)) pause ??= buildPause(asked.at);
    if (pause === null || asked.at >= pause.until) return find(asked);
    return refuse(status, [["Retry-After", pause.write(asked.at)]]);
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

/**
 * More requests than its bucket holds close the host; requests while it is closed are not counted. The first report that
 * is asked for closes it however slowly that is: somebody else behind the same address was hasty.
 */
function banForHaste(county: County, { bucket }: ObstacleParameters): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  const tokens = new TokenBucket(bucket);
  let bannedUntil = 0;
  let isShown = false;
  const serve: PortalHost["serve"] = (asked) => {
    const isFirst = !isShown && isReportPath(asked.url.pathname);
    isShown ||= isFirst;
    if (asked.at >= bannedUntil && (isFirst || !tokens.take(asked.at)))
      bannedUntil = asked.at + bucket.banMs;
    return asked.at < bannedUntil ? refuse(429, []) : find(asked);
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

function refuse(status: number, headers: ServedPage["headers"]): ServedPage {
  const body = "<!DOCTYPE html><html><body><p>访问过于频繁，请稍后再试。</p></body></html>";
  return { status, headers: [["Content-Type", "text/html; charset=utf-8"], ...headers], body };
}

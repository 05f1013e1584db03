import type { PortalHost, ServedPage } from "../portal.ts";
import type { County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, htmlHeaders, listTruth, servePages } from "./serve-county.ts";

/**
 * A page in place of every other. The scripts are made up: they carry the marks of the programs, set a cookie that
 * nobody asks for, and lead nowhere.
 */
interface Challenge {
  readonly key: string;
  readonly status: number;
  readonly fields?: ServedPage["headers"];
  readonly head: string;
  readonly body: string;
}

const tests: readonly Challenge[] = [
  {
    key: "challenge-202",
    status: 202,
    head: "",
    body: '<script>document.cookie = "probe=" + 6 * 7 + "; path=/"; location.reload();</script>',
  },
  {
    key: "challenge-412",
    status: 412,
    head: '<meta id="x9Kd" content="q7ZrT0vLw2">',
    body: "<script>$_ts = window['$_ts'] || {}; $_ts.nsd = 40417; $_ts.cd = 'mock';</script>",
  },
  {
    key: "challenge-521",
    status: 521,
    fields: [["Set-Cookie", "__jsluid_s=5f0e; path=/; HttpOnly"]],
    head: "",
    body: '<script>document.cookie = "__jsl_clearance_s=mock"; location.href = location.pathname;</script>',
  },
  {
    key: "challenge-200",
    status: 200,
    head: "<title>安全验证</title>",
    body: "<p>正在进行安全检查，请拖动滑块完成验证。</p>",
  },
];

/** Tests for a person, never to be solved, and a cookie that any visitor is given (behaviour 27). */
export const challenges: readonly ObstacleKind[] = [
  ...tests.map((test): ObstacleKind => ({
    key: test.key,
    behaviour: 27,
    build: (county) => buildChallenge(county, test),
  })),
  { key: "cookie-redirect", behaviour: 27, build: buildCookieRedirect },
];

/** robots.txt is missing rather than behind the test: else it would be what stops the crawler. */
function buildChallenge(
  county: County,
  { status, fields = [], head, body }: Challenge,
): ObstacleDraft {
  const page: ServedPage = {
    status,
    headers: [...htmlHeaders, ...fields],
    body: `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
  };
  const serve: PortalHost["serve"] = (asked) =>
    asked.url.pathname === "/robots.txt" ? servePages(new Map())(asked) : page;
  return { outcome: "challenge", portal: { hosts: [buildHost(county, serve)], truth: [] } };
}

/** Whoever comes without its cookie is given it and sent to the same address again. */
function buildCookieRedirect(county: County): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  const serve: PortalHost["serve"] = (asked) => {
    const hasCookie = /(?:^|;\s*)CT6T=/u.test(asked.headers["cookie"] ?? "");
    if (hasCookie || asked.url.pathname === "/robots.txt") return find(asked);
    const headers: ServedPage["headers"] = [
      ["Location", asked.url.href],
      ["Set-Cookie", "CT6T=600001; path=/; HttpOnly"],
    ];
    return { status: 302, headers, body: "" };
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

import type { PortalHost } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import type { ObstacleParameters } from "./obstacle-parameters.ts";
import {
  buildHost,
  buildPage,
  buildPages,
  isReportPath,
  listTruth,
  servePages,
} from "./serve-county.ts";
import { listDeadRow, listRows, writeFrame, writeListPage } from "./write-list-page.ts";

/** Pages that are none (behaviour 16). */
export const missingPages: readonly ObstacleKind[] = [
  { key: "soft-404", behaviour: 16, build: (county) => buildMissing(county, { status: 200 }) },
  {
    key: "linked-404",
    behaviour: 16,
    build: (county) => buildMissing(county, { status: 404, hasLinks: true }),
  },
  {
    key: "burst-error",
    behaviour: 16,
    build: (county, given) =>
      buildBurst(county, given, "系统繁忙，您访问的页面找不到了，请稍后再试。"),
  },
  {
    key: "burst-missing",
    behaviour: 16,
    build: (county, given) => buildBurst(county, given, "您访问的页面找不到了。"),
  },
];

interface Missing {
  readonly status: number;
  readonly hasLinks?: boolean;
}

/** The list has a row to a report that is gone; the page in its place comes with this status, and may lead on. */
function buildMissing(county: County, { status, hasLinks = false }: Missing): ObstacleDraft {
  const dead = listDeadRow(county);
  const further = listDeadRow(county, `${columnPath}201901/t20190120_1000.html`);
  const column = writeListPage(county, { rows: [...listRows(county), dead] });
  const pages = buildPages(county, { column });
  const link = hasLinks ? `<p><a href="${further.href}">${further.text}</a></p>` : "";
  const missing = writeFrame(county, {
    title: "出错了",
    head: "",
    body: `<p>很抱歉，您访问的页面不存在或已被删除。</p>${link}`,
  });
  const robots = buildPage("", 404);
  const serve: PortalHost["serve"] = ({ url }) =>
    pages.get(url.pathname) ??
    (url.pathname === "/robots.txt" ? robots : buildPage(missing, status));
  const decoys = [dead, ...(hasLinks ? [further] : [])].map(
    ({ href }) => new URL(href, county.source.entry).href,
  );
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages), decoys } };
}

/**
 * Whoever asks too often gets a page of an error with status 200 in place of each page. It happens once however slowly
 * the host is asked: from the first report on, as after a burst of somebody else.
 */
function buildBurst(county: County, { burst }: ObstacleParameters, words: string): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  const busy = writeFrame(county, {
    title: "出错了",
    head: "",
    body: `<p>${words}</p>`,
  });
  let recent: readonly number[] = [];
  let othersUntil: number | null = null;
  const serve: PortalHost["serve"] = (asked) => {
    if (isReportPath(asked.url.pathname)) othersUntil ??= asked.at + burst.withinMs;
    recent = [...recent.filter((at) => at > asked.at - burst.withinMs), asked.at];
    const isBusy = recent.length > burst.requests || asked.at < (othersUntil ?? 0);
    return isBusy ? buildPage(busy) : find(asked);
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

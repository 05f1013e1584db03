import { createHash } from "node:crypto";
import type { AskedPage, PortalHost, ServedPage } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import type { ObstacleParameters } from "./obstacle-parameters.ts";
import { buildHost, buildPage, buildPages, listTruth, servePages } from "./serve-county.ts";
import { listRows, writeListPage } from "./write-list-page.ts";

/** The fields by which a page is recognised again; all of them must be the same for a 304. */
type Marks = (page: ServedPage) => ServedPage["headers"];

const markings: readonly (readonly [key: string, marks: Marks])[] = [
  ["etag-strong", (page) => [["ETag", `"${hash(page)}"`]]],
  ["etag-weak", (page) => [["ETag", `W/"${hash(page)}"`]]],
  ["last-modified", () => [["Last-Modified", "Thu, 18 Jan 2024 01:30:00 GMT"]]],
  ["no-validators", () => []],
];

/** What pages are recognised by when they are asked for again (behaviour 24). */
export const validators: readonly ObstacleKind[] = [
  ...markings.map(([key, marks]): ObstacleKind => ({
    key,
    behaviour: 24,
    build: (county) => {
      const pages = buildPages(county);
      const find = servePages(pages);
      const serve: PortalHost["serve"] = (asked) => answer(asked, find(asked), marks);
      return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
    },
  })),
  { key: "etag-lying", behaviour: 24, build: buildLie },
  { key: "etag-restless", behaviour: 24, build: buildRestless },
];

function answer(asked: AskedPage, page: ServedPage, marks: Marks): ServedPage {
  if (page.status !== 200) return page;
  const fields = marks(page);
  const isSame =
    fields.length > 0 &&
    fields.every(([name, value]) => asked.headers[conditions[name] ?? ""] === value);
  return isSame
    ? { status: 304, headers: fields, body: "" }
    : { ...page, headers: [...page.headers, ...fields] };
}

const conditions: Readonly<Record<string, string>> = {
  ETag: "if-none-match",
  "Last-Modified": "if-modified-since",
};

/** All pages have one ETag and never change by it; in truth the newest report comes to the list late. */
function buildLie(county: County, { hiddenUntil }: ObstacleParameters): ObstacleDraft {
  const pages = buildPages(county);
  const before = buildPage(writeListPage(county, { rows: listRows(county).slice(1) }));
  const serve: PortalHost["serve"] = (asked) => {
    const isEarly = hiddenUntil !== null && asked.at < hiddenUntil;
    const page = isEarly && asked.url.pathname === columnPath ? before : servePages(pages)(asked);
    return answer(asked, page, () => [["ETag", '"gov-0"']]);
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

/** Each answer has another ETag, as from machines that count for themselves. */
function buildRestless(county: County): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  let count = 0;
  const serve: PortalHost["serve"] = (asked) =>
    answer(asked, find(asked), () => [["ETag", `"node-${++count}"`]]);
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

function hash({ body }: ServedPage): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 16);
}

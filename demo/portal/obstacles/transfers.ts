import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import type { PortalHost, RawAnswer, ServedPage } from "../portal.ts";
import type { County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, isReportPath, listTruth, servePages } from "./serve-county.ts";
import { buildHead, writeRaw } from "./write-raw.ts";

/** Bodies that do not come as they were promised (behaviour 14). */
export const transfers: readonly ObstacleKind[] = [
  {
    key: "gzip-forced",
    behaviour: 14,
    build: (county) => sendBodies(county, () => (page) => ({ ...page, body: gzipSync(page.body) })),
  },
  { key: "length-too-long", behaviour: 14, build: (county) => misdeclare(county, 57) },
  { key: "length-too-short", behaviour: 14, build: (county) => misdeclare(county, -57) },
  { key: "chunks-cut-off", behaviour: 14, build: cutOffOnce },
];

/** How a page goes out; `path` is what was asked for. */
type Sending = (page: ServedPage, path: string) => ServedPage | RawAnswer;

function sendBodies(county: County, buildSending: () => Sending): ObstacleDraft {
  const pages = buildPages(county);
  const find = servePages(pages);
  const send = buildSending();
  const serve: PortalHost["serve"] = (asked) => {
    const page = find(asked);
    return page.status === 200 ? send(page, asked.url.pathname) : page;
  };
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

const htmlField = "Content-Type: text/html; charset=utf-8";

function misdeclare(county: County, by: number): ObstacleDraft {
  return sendBodies(county, () => ({ body }) => {
    const length = `Content-Length: ${Buffer.from(body).length + by}`;
    return writeRaw(buildHead("200 OK", [htmlField, length]), body);
  });
}

/** Each report breaks off within a chunk when it is asked for the first time, and is whole the second. */
function cutOffOnce(county: County): ObstacleDraft {
  return sendBodies(county, () => {
    const seen = new Set<string>();
    return ({ body }, path) => {
      const isCut = isReportPath(path) && !seen.has(path);
      seen.add(path);
      const bytes = Buffer.from(body);
      const sent = isCut ? bytes.subarray(0, bytes.length / 2) : bytes;
      return writeRaw(
        buildHead("200 OK", [htmlField, "Transfer-Encoding: chunked"]),
        `${bytes.length.toString(16)}\r\n`,
        sent,
        isCut ? "" : "\r\n0\r\n\r\n",
      );
    };
  });
}

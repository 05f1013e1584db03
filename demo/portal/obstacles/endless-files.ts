import { Buffer } from "node:buffer";
import type { PortalHost, RawAnswer } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, listTruth, type Pages, servePages } from "./serve-county.ts";
import { listDeadRow, listRows, writeListPage } from "./write-list-page.ts";
import { buildHead, writeOver } from "./write-raw.ts";

/** Files larger than any report, and pages that never end. */
export const endlessFiles: readonly ObstacleKind[] = [
  {
    key: "huge-attachment",
    behaviour: null,
    build: (county, { hugeBytes }) => attachHuge(county, hugeBytes, true),
  },
  {
    key: "huge-undeclared",
    behaviour: null,
    build: (county, { hugeBytes }) => attachHuge(county, hugeBytes, false),
  },
  { key: "endless-page", behaviour: null, build: buildEndlessPage },
];

const blockBytes = 65_536;

/** The newest report links an attachment of zeros. */
function attachHuge(county: County, bytes: number, isDeclared: boolean): ObstacleDraft {
  const newest = county.reports.at(-1);
  const path = `${columnPath}${newest?.path.replace(/[^/]+$/u, "P0202401200001.pdf") ?? ""}`;
  const link = `<p>附件：<a href="${path}">${newest?.title ?? ""}.pdf</a></p>`;
  const pages = buildPages(county, {
    change: (text, report) =>
      report === newest ? text.replace("</body>", `${link}</body>`) : text,
  });
  const count = Math.ceil(bytes / blockBytes);
  const length = isDeclared ? [`Content-Length: ${count * blockBytes}`] : [];
  const head = buildHead("200 OK", ["Content-Type: application/pdf", ...length]);
  return serveRaw(county, pages, {
    path,
    answer: writeOver(head, Buffer.alloc(blockBytes), count),
  });
}

/** The list has one more row, to a page that begins as others do. */
function buildEndlessPage(county: County): ObstacleDraft {
  const row = listDeadRow(county);
  const column = writeListPage(county, { rows: [...listRows(county), row] });
  const pages = buildPages(county, { column });
  const line = `<p>${row.text}，主动公开信息120条。</p>\n`;
  const head = buildHead("200 OK", ["Content-Type: text/html; charset=utf-8"]);
  const start = Buffer.concat([head, Buffer.from("<!DOCTYPE html><html><body>")]);
  return serveRaw(county, pages, {
    path: `${columnPath}${row.href.slice(2)}`,
    answer: writeOver(start, Buffer.from(line.repeat(1000)), Number.POSITIVE_INFINITY),
  });
}

function serveRaw(
  county: County,
  pages: Pages,
  { path, answer }: { readonly path: string; readonly answer: RawAnswer },
): ObstacleDraft {
  const serve: PortalHost["serve"] = (asked) =>
    asked.url.pathname === path ? answer : servePages(pages)(asked);
  return {
    outcome: "too-large",
    withheld: [`${county.origin}${path}`],
    portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) },
  };
}

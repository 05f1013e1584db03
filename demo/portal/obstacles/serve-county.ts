import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { AskedPage, PortalHost, ServedPage, TruthReport } from "../portal.ts";
import { columnPath, type County, type CountyReport } from "./build-county.ts";
import { writeHomePage, writeListPage } from "./write-list-page.ts";

/** Pages of a host by path. */
export type Pages = ReadonlyMap<string, ServedPage>;

/** How the pages of a portal go out, where it is not in UTF-8 with a header that says so. */
interface Dress {
  readonly encode?: (text: string) => Uint8Array;
  readonly headers?: ServedPage["headers"];
  readonly column?: string;
  readonly change?: (text: string, report: CountyReport) => string;
}

export const htmlHeaders: ServedPage["headers"] = [["Content-Type", "text/html; charset=utf-8"]];

export function buildPage(text: string, status = 200, headers = htmlHeaders): ServedPage {
  return { status, headers, body: text };
}

export function buildRedirect(location: string, status = 302): ServedPage {
  return { status, headers: [["Location", location], ...htmlHeaders], body: "" };
}

/** All pages of a county. */
export function buildPages(county: County, dress: Dress = {}): Pages {
  const { encode = (text: string) => Buffer.from(text), headers = htmlHeaders } = dress;
  const { column = writeListPage(county), change = (text: string) => text } = dress;
  const texts: readonly (readonly [string, string])[] = [
    ["/", writeHomePage(county)],
    ["/zwgk/", writeHomePage(county)],
    [columnPath, column],
    ...county.reports.map(
      (report) => [`${columnPath}${report.path}`, change(report.text, report)] as const,
    ),
  ];
  return new Map(texts.map(([path, text]) => [path, { status: 200, headers, body: encode(text) }]));
}

const missing =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>404</title></head><body><p>您访问的页面不存在。</p></body></html>';

export const missingPage: ServedPage = buildPage(missing, 404);

/** Answers with the page of a path, whatever its query. */
export function servePages(pages: Pages): (asked: AskedPage) => ServedPage {
  return ({ url }) => pages.get(url.pathname) ?? missingPage;
}

/** The host of a county that serves these pages. */
export function buildHost({ host }: County, serve: PortalHost["serve"]): PortalHost {
  return { name: host, serve };
}

/** Whether a path is that of a report. */
export function isReportPath(path: string): boolean {
  return /\/t\d{8}_\d+\.html$/u.test(path);
}

/**
 * The truth of a county whose reports lie where its column links them. `contents` are the pages as they are without
 * content coding; what they lack cannot be had.
 */
export function listTruth(county: County, contents: Pages): readonly TruthReport[] {
  return county.reports.flatMap((report) => {
    const page = contents.get(`${columnPath}${report.path}`);
    return page ? [describeReport(county, report, page.body)] : [];
  });
}

/** What a portal holds of one report. */
export function describeReport(
  { origin, source, publisher }: County,
  { path, year, facts }: CountyReport,
  content: Uint8Array | string,
): TruthReport {
  return {
    sourceId: source.id,
    addresses: [`${origin}${columnPath}${path}`],
    digest: createHash("sha256").update(content).digest("hex"),
    agency: publisher.agency,
    division: source.division ?? "",
    year,
    attachments: [],
    facts,
    byRecognition: false,
  };
}

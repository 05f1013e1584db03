import { writeTrs } from "../layouts/write-trs.ts";
import type { Portal, PortalHost, ServedPage, TruthReport } from "./portal.ts";
import { planSite } from "./site/plan-site.ts";
import { serveMarkup } from "./site/site.ts";
import { writeFrame } from "./site/write-frame.ts";

/** How much is served: so many report pages, evenly over so many hosts. */
export interface LargePlan {
  readonly pages: number;
  readonly hosts: number;
}

const listSize = 50;
const column = "/zwgk/zfxxgknb/";
const name = "｛机构｝";

/** Portals for load: many reports that differ by their title alone and cost nothing to write; lists as TRS keeps them. */
export function buildLargePortals({ pages, hosts }: LargePlan): readonly Portal[] {
  const template = writeTemplate();
  return Array.from({ length: hosts }, (_, at) => {
    const count = Math.floor(pages / hosts) + (at < pages % hosts ? 1 : 0);
    return buildLargePortal(`www.h${String(at + 1).padStart(4, "0")}.gov.test`, count, template);
  });
}

/** The address of the n-th report of a host, from 0. */
function buildPath(at: number): string {
  return `${column}202401/t20240115_${100_000 + at}.html`;
}

function nameAgency(at: number): string {
  return `青山县第${at + 1}中学`;
}

function writeTemplate(): readonly string[] {
  const [report] = planSite({ id: "large", at: 2, seed: 1, departments: 1, years: [2023] }).reports;
  if (!report) throw new Error("There is no report to serve.");
  return writeTrs(report.page).replaceAll(report.page.agency.name, name).split(name);
}

function buildLargePortal(host: string, count: number, template: readonly string[]): Portal {
  const id = host.split(".")[1] ?? host;
  const source = {
    id: `large-${id}`,
    division: "990121",
    agency: null,
    entry: `http://${host}/`,
    kind: "portal" as const,
    render: "http" as const,
    notes: "虚构的网站，用于压力测试",
  };
  const truth = Array.from({ length: count }, (_, at): TruthReport => ({
    sourceId: source.id,
    addresses: [`http://${host}${buildPath(at)}`],
    digest: null,
    agency: nameAgency(at),
    division: "990121",
    year: 2023,
    attachments: [],
    facts: null,
    byRecognition: false,
  }));
  return {
    id: source.id,
    behaviours: [],
    hosts: [buildLargeHost(host, count, template)],
    sources: [source],
    truth,
    decoys: [],
  };
}

function buildLargeHost(host: string, count: number, template: readonly string[]): PortalHost {
  return {
    name: host,
    serve: ({ url: { pathname } }) => {
      const number = /\/t20240115_(\d{6,9})\.html$/u.exec(pathname)?.[1];
      const at = number === undefined ? -1 : Number(number) - 100_000;
      if (at >= 0 && at < count) return serveMarkup(template.join(nameAgency(at)));
      return serveList(host, pathname, count) ?? serveMarkup("<h1>404</h1>", 404);
    },
  };
}

function serveList(host: string, pathname: string, count: number): ServedPage | null {
  const frame = (title: string, body: string): ServedPage =>
    serveMarkup(writeFrame({ siteName: host }, title, body));
  if (pathname === "/") return frame(host, `<a href="${column}">政府信息公开年报</a>`);
  const page = pathname === column ? "0" : /\/index_(\d{1,6})\.html$/u.exec(pathname)?.[1];
  const total = Math.ceil(count / listSize);
  if (page === undefined || Number(page) >= total) return null;
  const from = Number(page) * listSize;
  const rows = Array.from({ length: Math.min(listSize, count - from) }, (_, at) => {
    const title = `${nameAgency(from + at)}2023年政府信息公开工作年度报告`;
    return `<li><a href="${buildPath(from + at)}">${title}</a><span>2024-01-15</span></li>`;
  });
  return frame(
    "政府信息公开年报",
    `<ul>${rows.join("\n")}</ul><script>createPageHTML(${total}, ${page}, "index", "html");</script>`,
  );
}

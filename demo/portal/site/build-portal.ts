import { createHash } from "node:crypto";
import type { Source } from "../../../corpus/source.ts";
import { readValue } from "../../build-facts.ts";
import type { DemoValue } from "../../demo-report.ts";
import type { AskedPage, Portal, PortalHost, ServedPage, TruthReport } from "../portal.ts";
import { buildCrumbs, type LinkingPage } from "./build-crumbs.ts";
import { buildDecoys, type Decoys, type SitePage, type SitePages } from "./build-decoys.ts";
import {
  type Column,
  type Family,
  type Row,
  type RowPlan,
  serveMarkup,
  type SitePlan,
} from "./site.ts";
import type { SiteReport } from "./site-report.ts";
import { writeFrame } from "./write-frame.ts";

/** A portal of one family: home, 政府信息公开, the column with its reports, and pages that are none. */
export function buildPortal(plan: SitePlan, family: Family): Portal {
  const frame = (title: string, body: string): string => writeFrame(plan, title, body);
  const decoys = buildDecoys(plan, family.column);
  const rows = locateRows(plan, { family, decoys });
  const column: Column = { plan, rows, frame };
  const { pages, answer, foreign = [] } = family.list(column);
  const papers = rows.filter(({ report }) => report === null);
  const articles = rows.flatMap((row) => buildArticle(row, family, column));
  const served = new Map<string, SitePage>([
    ...decoys.pages,
    ...pages,
    ...papers.map((row) => [row.path, writeDecoy(row, frame)] as const),
    ...articles.flatMap((article) => article.pages),
  ]);
  const crumbs = buildCrumbs(
    articles.map(({ linking }) => linking),
    {
      frame,
      column: family.column,
      isServed: (path) => findPage(served, path) !== undefined,
    },
  );
  return {
    id: plan.id,
    behaviours: [...family.behaviours, 18],
    hosts: [buildHost(plan.host, new Map([...crumbs, ...served]), answer)],
    sources: [buildSource(plan)],
    truth: articles.map(({ truth }) => truth),
    decoys: [
      ...decoys.addresses,
      ...[...papers.map(({ path }) => path), ...foreign].map(
        (path) => `http://${plan.host}${path}`,
      ),
    ],
  };
}

/** The source that leads from a site's home to its reports. */
export function buildSource({ id, division, host }: SitePlan): Source {
  const entry = `http://${host}/`;
  return { id, division, agency: null, entry, kind: "portal", render: "http", notes: "虚构的网站" };
}

interface Article {
  readonly pages: readonly (readonly [path: string, page: SitePage])[];
  readonly linking: LinkingPage;
  readonly truth: TruthReport;
}

/** A report's page under all of its addresses, its files, and what a reader finds there; none for other rows. */
function buildArticle(row: Row, family: Family, column: Column): readonly Article[] {
  const { report, path } = row;
  if (report === null) return [];
  const { copy = () => [], vary, attach } = family;
  const content = report.original ?? family.write(report.page, row, column);
  const page: SitePage =
    vary && typeof content === "string"
      ? (asked) => serveMarkup(vary(content, asked))
      : (report.served ?? content);
  // A page that is held as a file links only what it holds.
  const files = report.original ? [] : (attach?.(row, column) ?? []);
  const paths = [path, ...copy(row)];
  return [
    {
      pages: [
        ...paths.map((own) => [own, page] as const),
        ...files.map((file) => [file.path, file.make] as const),
      ],
      linking: { path, content },
      truth: {
        sourceId: column.plan.id,
        addresses: paths.map((own) => `http://${column.plan.host}${own}`),
        digest: vary ? null : createHash("sha256").update(content).digest("hex"),
        agency: report.page.agency.name,
        division: report.page.agency.division,
        year: report.page.report.year,
        attachments: files.map((file) => `http://${column.plan.host}${file.path}`),
        facts: report.facts && readFacts(report.facts),
        byRecognition: report.isPicture ?? false,
      },
    },
  ];
}

/** A host that serves pages by path and query, data by `answer`, and else its page for what is missing. */
export function buildHost(
  name: string,
  pages: SitePages,
  answer: (asked: AskedPage) => ServedPage | null = () => null,
): PortalHost {
  return {
    name,
    serve: (asked) => {
      const { pathname, search } = asked.url;
      const own = answer(asked) ?? findPage(pages, pathname, search);
      if (own === undefined) return serveMarkup(missing, 404);
      if (typeof own === "function") return own(asked);
      return isServed(own) ? own : serveMarkup(own);
    },
  };
}

function findPage(pages: SitePages, pathname: string, search = ""): SitePage | undefined {
  return (
    pages.get(pathname + search) ??
    pages.get(pathname.replace(/\/index\.s?html?$/u, "/")) ??
    pages.get(pathname)
  );
}

function isServed(page: string | Uint8Array | ServedPage): page is ServedPage {
  return typeof page !== "string" && !(page instanceof Uint8Array);
}

const missing = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>404</title></head><body><h1>您访问的页面不存在</h1><p>404 Not Found</p></body></html>`;

/** Newest first, as columns list; papers about reports stand between them. */
function locateRows(
  { reports, seed, host }: SitePlan,
  { family, decoys }: { readonly family: Family; readonly decoys: Decoys },
): readonly Row[] {
  const listed = [...reports.map(planRow), ...decoys.rows].toSorted(
    (a, b) => b.date.localeCompare(a.date) || a.title.localeCompare(b.title),
  );
  const newest = new Map<string, number>();
  for (const { agency, year, report } of listed)
    if (report) newest.set(agency, Math.max(year, newest.get(agency) ?? 0));
  const numbers = new Set<number>();
  return listed.map((row) => {
    const words = `${seed} ${host} ${row.title} ${row.agency}`;
    const hash = createHash("sha256").update(words).digest("hex");
    let number = 10_000 + (Number.parseInt(hash.slice(0, 8), 16) % 80_000);
    while (numbers.has(number)) number++;
    numbers.add(number);
    const isNewest = newest.get(row.agency) === row.year;
    const located: RowPlan = { ...row, hash, number, isNewest };
    const path = row.report?.path ?? family.locate(located);
    return { ...row, path };
  });
}

function planRow(report: SiteReport): Omit<Row, "path"> {
  const { page, published } = report;
  return {
    title: page.report.title,
    date: published,
    agency: page.agency.name,
    year: page.report.year,
    report,
  };
}

function writeDecoy(row: Row, frame: Column["frame"]): string {
  return frame(
    row.title,
    `<h1>${row.title}</h1><p>发布日期：${row.date}</p><div class="article"><p>本页介绍年度报告的有关情况，数字以报告正文为准。</p></div>`,
  );
}

/** The numbers that cells print, null for blank ones. */
export function readFacts(
  facts: ReadonlyMap<string, DemoValue>,
): Readonly<Record<string, number | null>> {
  return Object.fromEntries([...facts].map(([key, value]) => [key, readValue(value)]));
}

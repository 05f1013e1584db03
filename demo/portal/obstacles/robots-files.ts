import type { PortalHost, RawAnswer, ServedPage } from "../portal.ts";
import { columnPath, type County, type CountyReport } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import {
  buildHost,
  buildPage,
  buildPages,
  buildRedirect,
  listTruth,
  type Pages,
  servePages,
} from "./serve-county.ts";
import { listRows, writeHomePage, writeListPage } from "./write-list-page.ts";
import { silence } from "./write-raw.ts";

type RobotsAnswers = Readonly<Record<string, ServedPage | RawAnswer>>;

/** What lies where robots.txt should be (behaviour 25). */
export const robotsFiles: readonly ObstacleKind[] = [
  open("robots-404", buildPage("", 404)),
  open("robots-403", buildPage("<html><body>403 Forbidden</body></html>", 403)),
  shut("robots-500", buildPage("<html><body>500</body></html>", 500)),
  shut("robots-hangs", silence),
  open("robots-html", buildPage("<!DOCTYPE html><html><body>Disallow: /</body></html>")),
  { key: "robots-disallow", behaviour: 25, build: forbidFolder },
  {
    key: "robots-delay",
    behaviour: 25,
    build: (county, { crawlDelaySeconds }) =>
      serveRobots(county, {
        "/robots.txt": buildText(`User-agent: *\nCrawl-delay: ${crawlDelaySeconds}\n`),
      }),
  },
  { key: "robots-long", behaviour: 25, build: forbidAtLength },
  { key: "robots-moved", behaviour: 25, build: forbidElsewhere },
];

function open(key: string, robots: ServedPage): ObstacleKind {
  const build = (county: County) => serveRobots(county, { "/robots.txt": robots });
  return { key, behaviour: 25, build };
}

/** Where robots.txt cannot be read, nothing may be asked for. */
function shut(key: string, robots: ServedPage | RawAnswer): ObstacleKind {
  const build = (county: County): ObstacleDraft => {
    const { portal } = serveRobots(county, { "/robots.txt": robots });
    return { outcome: "robots-unreachable", portal: { ...portal, truth: [] } };
  };
  return { key, behaviour: 25, build };
}

function buildText(text: string): ServedPage {
  return { status: 200, headers: [["Content-Type", "text/plain"]], body: text };
}

function serveRobots(
  county: County,
  robots: RobotsAnswers,
  pages: Pages = buildPages(county),
): ObstacleDraft {
  const serve: PortalHost["serve"] = (asked) =>
    robots[asked.url.pathname] ?? servePages(pages)(asked);
  return { portal: { hosts: [buildHost(county, serve)], truth: listTruth(county, pages) } };
}

/** The column lies beside the folder that is forbidden, and so does its newest report. */
function forbidFolder(county: County): ObstacleDraft {
  const [newest, ...others] = listRows(county);
  if (!newest) throw new Error("A county has three reports.");
  const free = `/xxgk/${newest.href.slice(2)}`;
  const rows = [
    { ...newest, href: free },
    ...others.map((row) => ({ ...row, href: `${columnPath}${row.href.slice(2)}` })),
  ];
  const pages = buildPages(county);
  const at = `${columnPath}${newest.href.slice(2)}`;
  const own = new Map(pages);
  own.set("/xxgk/", buildPage(writeHomePage(county)));
  own.set("/xxgk/nb/", buildPage(writeListPage(county, { rows })));
  own.set(free, pages.get(at) ?? buildPage("", 404));
  const robots = buildText("User-agent: *\nDisallow: /zwgk/\n");
  const { portal } = serveRobots(county, { "/robots.txt": robots }, own);
  const truth = listTruth(county, new Map([...pages].filter(([path]) => path === at)));
  return {
    outcome: "robots",
    withheld: ["", ...others.map(({ href }) => href.slice(2))].map(
      (path) => `${county.origin}${columnPath}${path}`,
    ),
    portal: {
      ...portal,
      sources: [{ ...county.source, entry: `${county.origin}/xxgk/nb/` }],
      truth: truth.map((report) => ({ ...report, addresses: [`${county.origin}${free}`] })),
    },
  };
}

/** One rule among 600 kB of others; behind the first 512 KiB there is none. */
function forbidAtLength(county: County): ObstacleDraft {
  const rules = Array.from({ length: 12_000 }, (_, at) => `Disallow: /old/${at}/\n`).join("");
  const [oldest] = county.reports;
  const text = `User-agent: *\n${rules}${forbid(oldest)}`;
  const rest = "# 600 kB\n".repeat(Math.ceil((600_000 - text.length) / 9));
  return keepBack(county, oldest, { "/robots.txt": buildText(text + rest) });
}

function forbidElsewhere(county: County): ObstacleDraft {
  const [oldest] = county.reports;
  return keepBack(county, oldest, {
    "/robots.txt": buildRedirect("/files/robots.txt", 301),
    "/files/robots.txt": buildText(`User-agent: *\n${forbid(oldest)}`),
  });
}

function forbid(report: CountyReport | undefined): string {
  return `Disallow: ${columnPath}${report?.path ?? ""}\n`;
}

function keepBack(
  county: County,
  report: CountyReport | undefined,
  robots: RobotsAnswers,
): ObstacleDraft {
  const address = `${county.origin}${columnPath}${report?.path ?? ""}`;
  const { portal } = serveRobots(county, robots);
  const truth = portal.truth?.filter(({ addresses }) => !addresses.includes(address)) ?? [];
  return { outcome: "robots", withheld: [address], portal: { ...portal, truth } };
}

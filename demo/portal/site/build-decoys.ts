import type { AskedPage, ServedPage } from "../portal.ts";
import type { Row, SitePlan } from "./site.ts";
import { writeFrame } from "./write-frame.ts";

/** A page as it is, or what makes it when it is asked for. */
export type SitePage = string | Uint8Array | ((asked: AskedPage) => ServedPage);

/** By path, with its query where it has one. */
export type SitePages = ReadonlyMap<string, SitePage>;

/** Everything on a site that is no report: its way to the column, news, and papers that look like reports. */
export interface Decoys {
  readonly pages: SitePages;
  /** Addresses of pages beside the column. */
  readonly addresses: readonly string[];
  /** Lines that stand in the column between reports. */
  readonly rows: readonly Omit<Row, "path">[];
}

export function buildDecoys(plan: SitePlan, column: string): Decoys {
  const { place, host } = plan;
  const frame = (title: string, body: string): string => writeFrame(plan, title, body);
  const papers = listPapers(place);
  const news = listNews(place);
  const pages: SitePages = new Map<string, SitePage>([
    ["/", frame(plan.siteName, writeHome(place, news))],
    ["/zwgk/", frame("政务公开", writeDisclosure(column, papers))],
    ["/zfxxgk/", frame("政府信息公开", writeDisclosure(column, papers))],
    ["/xwzx/", frame("新闻中心", `<h2>新闻中心</h2>${writeLinks(news)}`)],
    ["/hdjl/", frame("互动交流", "<h2>县长信箱</h2><p>欢迎来信。</p>")],
    [
      "/zfxxgk/zn/",
      frame("政府信息公开指南", "<h1>政府信息公开指南</h1><p>公开范围、形式和时限。</p>"),
    ],
    ["/zfxxgk/zd/", frame("政府信息公开制度", "<h1>政府信息公开制度</h1><p>依法公开。</p>")],
    [
      "/zfxxgk/fd/",
      frame("法定主动公开内容", "<h1>法定主动公开内容</h1><p>机构职能、规划、统计。</p>"),
    ],
    ["/zfxxgk/ysq/", frame("依申请公开", "<h1>依申请公开</h1><p>在线申请。</p>")],
    ["/robots.txt", () => serveRobots()],
    ...[...papers, ...news].map(
      ({ path, title }) =>
        [
          path,
          frame(title, `<h1>${title}</h1><div class="article"><p>${title}。</p></div>`),
        ] as const,
    ),
  ]);
  return {
    pages,
    addresses: papers.map(({ path }) => `http://${host}${path}`),
    rows: listRows(place),
  };
}

interface Paper {
  readonly path: string;
  readonly title: string;
  readonly date: string;
}

function serveRobots(): ServedPage {
  const body = "User-agent: *\nDisallow: /admin/\nDisallow: /search\n";
  return { status: 200, headers: [["Content-Type", "text/plain"]], body };
}

function listPapers(place: string): readonly Paper[] {
  return [
    {
      path: "/zfxxgk/fzzf/202401/t20240131_70001.html",
      title: `${place}2023年法治政府建设年度报告`,
      date: "2024-01-31",
    },
    {
      path: "/zfxxgk/czys/202402/t20240202_70002.html",
      title: `${place}教育局2024年部门预算公开`,
      date: "2024-02-02",
    },
    {
      path: "/zfxxgk/wzbb/202401/t20240128_70003.html",
      title: `${place}政府网站工作年度报表（2023年度）`,
      date: "2024-01-28",
    },
  ];
}

function listNews(place: string): readonly Paper[] {
  const titles = [
    `${place}召开政府信息公开工作培训会议`,
    `${place}2023年国民经济和社会发展统计公报`,
    `${place}部署春耕备耕工作`,
    `关于做好2023年政府信息公开工作年度报告编制工作的通知`,
  ];
  return titles.map((title, at) => ({
    path: `/xwzx/202401/t2024011${at}_6000${at}.html`,
    title,
    date: `2024-01-1${at}`,
  }));
}

/** Papers that go with reports and stand in their column. */
function listRows(place: string): Decoys["rows"] {
  const row = (title: string, date: string): Omit<Row, "path"> => ({
    title,
    date,
    agency: place,
    year: Number(date.slice(0, 4)) - 1,
    report: null,
  });
  return [
    row(`图解：${place}2023年政府信息公开工作年度报告`, "2024-02-01"),
    row(`《${place}2022年政府信息公开工作年度报告》解读`, "2023-02-03"),
    row(`${place}各单位2023年政府信息公开工作年度报告公布情况`, "2024-02-05"),
  ];
}

function writeHome(place: string, news: readonly Paper[]): string {
  return `<div class="focus"><h2>${place}要闻</h2>${writeLinks(news)}</div>
<div class="quick"><h2>政务公开</h2><ul><li><a href="/zfxxgk/">政府信息公开</a></li><li><a href="/hdjl/">县长信箱</a></li></ul></div>`;
}

function writeDisclosure(column: string, papers: readonly Paper[]): string {
  return `<div class="left"><ul><li><a href="/zfxxgk/zn/">政府信息公开指南</a></li><li><a href="/zfxxgk/zd/">政府信息公开制度</a></li><li><a href="/zfxxgk/fd/">法定主动公开内容</a></li><li><a href="${column}">政府信息公开年报</a></li><li><a href="/zfxxgk/ysq/">依申请公开</a></li></ul></div>
<div class="right"><h2>最新公开</h2>${writeLinks(papers)}</div>`;
}

function writeLinks(papers: readonly Paper[]): string {
  return `<ul>${papers.map(({ path, title, date }) => `<li><a href="${path}" title="${title}">${title}</a><span>${date}</span></li>`).join("")}</ul>`;
}

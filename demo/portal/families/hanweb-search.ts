import { writeArticle } from "../site/write-article.ts";
import { type Family, type Row, serveData } from "../site/site.ts";
import { pickPage } from "../site/write-list.ts";
import { hanwebStyle } from "./hanweb-dataproxy.ts";

const column = "/col/col1229403/index.html";
const search = "/module/xxgk/search.jsp";
const area = "11990121004326403Q";
const size = 10;

/** Hanweb's catalogue: a POST to `search.jsp` gives the papers of the whole area, those of other columns among them. */
export const hanwebSearch: Family = {
  name: "xxgksearch",
  behaviours: [3],
  column,
  locate: ({ date, number }) => {
    const [year, month, day] = date.split("-").map(Number);
    return `/art/${year}/${month}/${day}/art_1229403_${number}.html`;
  },
  write: (page) => writeArticle(page, hanwebStyle),
  list: ({ plan, rows, frame }) => {
    const papers = mixPapers(rows, plan.place);
    return {
      foreign: papers.foreign.map(([path]) => path),
      pages: new Map([
        [
          column,
          frame(
            "政府信息公开年报",
            `<iframe src="/module/xxgk/tree.jsp?area=${area}" width="200"></iframe><form id="searchform"><input type="hidden" name="infotypeId" value="A0203"><input type="hidden" name="jdid" value="3"><input type="hidden" name="area" value="${area}"></form><div id="result"></div>
<script>var divid = 'div1229403'; var sortfield = 'compaltedate:0'; function turn(page){ $.post("${search}", {infotypeId:'A0203', jdid:'3', area:'${area}', divid:divid, currpage:page, sortfield:sortfield}, show); }</script>`,
          ),
        ],
        ["/module/xxgk/tree.jsp", "<html><body><div class='tree'>目录</div></body></html>"],
        ...papers.foreign.map(
          ([path, title]) => [path, frame(title, `<h1>${title}</h1><p>${title}。</p>`)] as const,
        ),
      ]),
      answer: ({ url, method, body }) => {
        if (url.pathname !== search) return null;
        const form = new URLSearchParams(body);
        const isAsked = method === "POST" && form.get("area") === area;
        const page = Number(form.get("currpage") ?? 1) || 1;
        const lines = isAsked ? pickPage(papers.lines, page, size) : [];
        return serveData(
          `<table class="zfxxgk_zdgkc">${lines.join("\n")}</table><div class="page">共${Math.ceil(papers.lines.length / size)}页 第${page}页</div>`,
          "text/html;charset=UTF-8",
        );
      },
    };
  },
};

/** After every second report a paper of another column. */
function mixPapers(rows: readonly Row[], place: string) {
  const foreign: (readonly [path: string, title: string])[] = [];
  const lines = rows.flatMap(({ path, title, date }, at) => {
    const own = writeLine(path, title, date);
    if (at % 2 === 0) return [own];
    const [year, month, day] = date.split("-").map(Number);
    const other = `/art/${year}/${month}/${day}/art_1229777_${50_000 + at}.html`;
    const words = `${place}第${at}次常务会议纪要`;
    foreign.push([other, words]);
    return [own, writeLine(other, words, date)];
  });
  return { lines, foreign };
}

function writeLine(path: string, title: string, date: string): string {
  return `<tr><td><a href="${path}" title="${title}">${title}</a></td><td>${date}</td></tr>`;
}

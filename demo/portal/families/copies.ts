import { writeTrs } from "../../layouts/write-trs.ts";
import type { Family, Row } from "../site/site.ts";
import { writeRows } from "../site/write-list.ts";

const column = "/zwgk/zfxxgknb/";
/** The columns in which the same paper is published once more, each under its own address. */
const others = ["/bmxxgk/gknb/", "/ztzl/xxgknb/"];

/** Every report lies under several addresses: in three columns, for telephones, with a query that changes nothing. */
export const copies: Family = {
  name: "copies",
  behaviours: [17],
  column,
  locate: ({ date, number }) => buildPath(column, date, number),
  write: (page, row) =>
    writeTrs(page).replace('<div class="share">', `${writeVariants(row)}<div class="share">`),
  copy: ({ path }) => [
    ...others.map((other) => path.replace(column, other)),
    path.replace(".html", "_wap.html"),
    path.replace(".html", "_print.html"),
    `${path}?from=groupmessage&isappinstalled=0`,
  ],
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<h2>政府信息公开年报</h2>${writeRows(rows)}<h3>更多</h3><p>${others.map((other) => `<a href="${other}">政府信息公开年报</a>`).join(" ")}</p>`,
        ),
      ],
      ...others.map((other, at) => {
        const moved = rows.map((row) => moveRow(row, other, at));
        return [other, frame("政府信息公开年报", writeRows(moved))] as const;
      }),
    ]),
  }),
};

function writeVariants({ path }: Row): string {
  const [wap, print] = ["_wap", "_print"].map((end) => path.replace(".html", `${end}.html`));
  return `<p class="tools"><a href="${wap}">手机版</a> <a href="${print}">打印本页</a> <a href="${path}?from=singlemessage">分享</a></p>`;
}

/** One of the columns links with a query, as if it were shared; its papers are those of the first. */
function moveRow(row: Row, other: string, at: number): Row {
  if (row.report === null) return row;
  const path = row.path.replace(column, other);
  return { ...row, path: at === 0 ? `${path}?from=groupmessage&isappinstalled=0` : path };
}

function buildPath(folder: string, date: string, number: number): string {
  const day = date.replaceAll("-", "");
  return `${folder}${day.slice(0, 6)}/t${day}_${number}.html`;
}

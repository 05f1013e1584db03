import { Buffer } from "node:buffer";
import { encodeGb18030 } from "../../encode-gb18030.ts";
import { writeVsb } from "../../layouts/write-vsb.ts";
import { writeDocx } from "../files/write-docx.ts";
import type { ServedPage } from "../portal.ts";
import type { Family, Row } from "../site/site.ts";
import type { SiteReport } from "../site/site-report.ts";
import { pickPage, writeRows } from "../site/write-list.ts";

const stem = "/zfxxgk/zfxxgknb";
const column = `${stem}.htm`;
const size = 9;

/** 博达 VSB: further pages are numbered from the end, page k of n is `<column>/<n-k+1>.htm`; no page links the next. */
export const vsb: Family = {
  name: "vsb",
  behaviours: [7],
  column,
  locate: ({ number }) => `/info/1143/${number}.htm`,
  write: (page, row, { rows }) =>
    writeVsb(page)
      .replace(/<p>上一条：.*<\/p>/u, writeEarlier(row, rows))
      .replace('id="vsb_content_500"', 'id="vsb_content_501"')
      .replace('<div id="div_vote_id">', `${writeDownload(row)}<div id="div_vote_id">`),
  attach: (row) =>
    row.report && hasFile(row) ? [{ path: buildDownload(row), make: sendFile(row.report) }] : [],
  list: ({ rows, frame }) => {
    const count = Math.ceil(rows.length / size);
    const pages = Array.from({ length: count }, (_, at) => {
      const path = at === 0 ? column : `${stem}/${count - at}.htm`;
      const body = `<script language="javascript" src="/system/resource/js/dynclicks.js"></script><h2>政府信息公开年报</h2>${writeRows(pickPage(rows, at + 1, size))}<div class="pages">共${rows.length}条 共${count}页 ${at + 1}/${count}页</div>`;
      return [path, frame("政府信息公开年报", body)] as const;
    });
    return { pages: new Map(pages) };
  },
};

/** The report of the year before, as a page leads to what was published before it. */
function writeEarlier({ agency, year }: Row, rows: readonly Row[]): string {
  const earlier = rows.find(
    (row) => row.report !== null && row.agency === agency && row.year === year - 1,
  );
  return earlier ? `<p>上一条：<a href="${earlier.path}">${earlier.title}</a></p>` : "";
}

/** Every second year brings its report as a Word file, too. */
function hasFile({ year }: Row): boolean {
  return year % 2 === 1;
}

/** Its address tells neither name nor kind of the file. */
function buildDownload({ path }: Row): string {
  const number = /(\d+)\.htm$/u.exec(path)?.[1] ?? "0";
  return `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1284765043&wbfileid=${number}`;
}

function writeDownload(row: Row): string {
  if (!hasFile(row)) return "";
  const address = buildDownload(row).replaceAll("&", "&amp;");
  return `<ul style="list-style-type:none;"><li>附件【<a href="${address}" target="_blank">${row.title}.docx</a>】</li></ul>`;
}

function sendFile({ page }: SiteReport): () => ServedPage {
  return () => {
    // As the system writes it: the bytes of GBK, which no header may hold.
    const name = encodeGb18030(`${page.report.title}.docx`).toString("latin1");
    return {
      status: 200,
      headers: [
        ["Content-Disposition", `attachment;filename="${name}"`],
        ["Content-Type", "application/octet-stream"],
      ],
      body: Buffer.from(writeDocx(page)),
    };
  };
}

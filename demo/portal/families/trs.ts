import { writeTrs } from "../../layouts/write-trs.ts";
import type { Family } from "../site/site.ts";
import { pickPage, writeRows } from "../site/write-list.ts";

const size = 8;
const column = "/zwgk/zfxxgk/zfxxgknb/";

/**
 * TRS WCM: static pages, page k of a list `index_k.html` from 0. The script says more pages than the portal keeps: what
 * lies behind them is a stub.
 */
export const trs: Family = {
  name: "trs",
  behaviours: [1],
  column,
  locate: ({ date, number }) => {
    const day = date.replaceAll("-", "");
    return `${column}${day.slice(0, 6)}/t${day}_${number}.html`;
  },
  write: writeTrs,
  list: ({ rows, frame }) => {
    const kept = Math.ceil(rows.length / size);
    const call = (current: number): string =>
      `<script>createPageHTML(${kept + 3}, ${current}, "index", "html");</script>`;
    const pages = Array.from({ length: kept }, (_, at) => {
      const body = `<h2>政府信息公开年报</h2>${writeRows(pickPage(rows, at + 1, size))}<div class="page">${call(at)}</div>`;
      return [buildPath(at), frame("政府信息公开年报", body)] as const;
    });
    const stubs = [0, 1, 2].map((more) => [buildPath(kept + more), stub] as const);
    return { pages: new Map([...pages, ...stubs]) };
  },
};

const stub = `<html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><body><div class="list"></div><div class="page"></div></body></html>`;

function buildPath(at: number): string {
  return at === 0 ? column : `${column}index_${at}.html`;
}

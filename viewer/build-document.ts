import { viewerStyle } from "./viewer-style.ts";

/** An original as drawn: HTML, whether the place was found in it, and its pages where it has several. */
export interface ShownPart {
  readonly body: string;
  readonly isMarked: boolean;
  readonly pages?: PageList;
}

/** `shown` of `count` pages, from 1; `marked` is the page with the mark, `names` what sheets are called. */
export interface PageList {
  readonly shown: number;
  readonly count: number;
  readonly marked: number | null;
  readonly names?: readonly string[];
}

/** The id of the element that is marked: addresses end in `#cell`. */
export const markId = "cell";

/** The class of all that is marked. */
export const markClass = "gk-mark";

/** The attributes of the element that is marked. */
export const markAttributes = `id="${markId}" class="${markClass}"`;

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for the content of an element or an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
}

/** The whole document. `isWanted` is whether a place was to be marked; `address` is where it is served. */
export function buildDocument(
  { body, isMarked, pages }: ShownPart,
  { address, isWanted }: { readonly address: string; readonly isWanted: boolean },
): string {
  const isElsewhere = pages !== undefined && pages.marked !== null && pages.marked !== pages.shown;
  const isLost = isWanted && !isMarked && !isElsewhere;
  const notice = isLost ? writeNotice("没能在原件中找到这一格，下面未作标记。") : "";
  return writeDocument(`${notice}${pages ? writePages(pages, address) : ""}${body}`);
}

/** The document that stands in for an original that cannot be shown; `isBusy` where it may be later. */
export function buildFailure(isBusy: boolean): string {
  const sentence = isBusy
    ? "现在查看原件的人较多，请稍后再试，或下载后查看。"
    : "原件无法在此显示，可下载后查看。";
  return writeDocument(writeNotice(sentence));
}

function writeNotice(sentence: string): string {
  return `<p class="gk-notice">${sentence}</p>`;
}

function writePages({ shown, count, marked, names }: PageList, address: string): string {
  if (count < 2) return "";
  const link = (page: number, text: string): string => {
    const hash = page === marked ? `#${markId}` : "";
    return `<a href="${escapeHtml(`${address}&page=${page}${hash}`)}">${escapeHtml(text)}</a>`;
  };
  const parts = names
    ? names.map((name, at) =>
        at + 1 === shown ? `<b>${escapeHtml(name)}</b>` : link(at + 1, name),
      )
    : [
        ...(shown > 1 ? [link(shown - 1, "上一页")] : []),
        `<b>第 ${shown} 页，共 ${count} 页</b>`,
        ...(shown < count ? [link(shown + 1, "下一页")] : []),
        ...(marked !== null && marked !== shown ? [link(marked, `标出的第 ${marked} 页`)] : []),
      ];
  return `<nav class="gk-pages" aria-label="页">${parts.join(" ")}</nav>`;
}

/** Besides the headers that the server sets, the document itself forbids scripts and loading. */
function writeDocument(body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>存档原件</title>
<style>${viewerStyle}</style></head><body>${body}</body></html>`;
}

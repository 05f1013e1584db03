import type { Place } from "../corpus/fact.ts";
import { escapeHtml, markAttributes, type ShownPart } from "./build-document.ts";

/** So many characters before and behind the mark are shown; a report is shorter. */
const reach = 400_000;

/** Decoded text with the characters of a place marked. */
export function showText(text: string, at: Place | null): ShownPart {
  const isMarked = at?.in === "text" && at.start < at.end && at.end <= text.length;
  const [start, end] = isMarked ? [at.start, at.end] : [0, 0];
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const mark = isMarked
    ? `<mark ${markAttributes}>${escapeHtml(text.slice(start, end))}</mark>`
    : "";
  const body = [
    from > 0 ? writeCut("前面") : "",
    escapeHtml(text.slice(from, start)),
    mark,
    escapeHtml(text.slice(end, to)),
    to < text.length ? writeCut("后面") : "",
  ].join("");
  return { body: `<pre>${body}</pre>`, isMarked };
}

function writeCut(side: string): string {
  return `<span class="gk-lost">${side}还有文字，请下载原件查看</span>`;
}

import { escapeMarkup } from "../../layouts/write-markup.ts";
import type { Row } from "./site.ts";

const longest = 26;

/** A line of a list; long titles are cut off as lists do, with the whole one in `title=`. */
export function writeRow({ path, title, date }: Row): string {
  const shown = title.length > longest ? `${title.slice(0, longest - 2)}…` : title;
  return `<li><a href="${escapeMarkup(path)}" title="${escapeMarkup(title)}" target="_blank">${escapeMarkup(shown)}</a><span>${date}</span></li>`;
}

export function writeRows(rows: readonly Row[]): string {
  return `<ul class="list">\n${rows.map(writeRow).join("\n")}\n</ul>`;
}

/** The rows of a page, counted from 1. */
export function pickPage<T>(rows: readonly T[], page: number, size: number): readonly T[] {
  return rows.slice((page - 1) * size, page * size);
}

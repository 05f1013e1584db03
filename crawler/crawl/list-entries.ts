import { buildRequest, noHints, type FoundAddress } from "../../corpus/address.ts";
import type { Source } from "../../corpus/source.ts";
import { expandPattern } from "../links/expand-pattern.ts";

/** 政府信息公开条例 has been in force since May 2008: no report is of an earlier year. */
const firstYear = 2008;

/** Where a crawl of a source begins: its entry, or every address that its pattern gives, reports of last year first. */
export function listEntries(source: Source, now: Date): readonly FoundAddress[] {
  if (source.kind === "pattern") {
    const years = Array.from(
      { length: now.getUTCFullYear() - firstYear },
      (_, index) => firstYear + index,
    );
    return expandPattern(source, years);
  }
  const role = source.kind === "portal" ? "entry" : "column";
  return [
    { request: buildRequest(source.entry), role, hints: { ...noHints, agency: source.agency } },
  ];
}

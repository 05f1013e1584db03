import { noHints } from "../../corpus/address.ts";
import type { PortalPage } from "../portals/portal.ts";
import { readPathKind } from "./address-shape.ts";
import type { LinkPlace } from "./classify-link.ts";
import { compactWords } from "./compact-words.ts";
import { readAddressYear, readLabelYear } from "./read-year.ts";
import { columnTitle, companion, foreign, reportTitle } from "./report-words.ts";

const title = /<title[^<>]{0,200}>([^<]{1,300})<\/title/iu;

/** The page as the place that its links stand on. */
export function readPlace(page: PortalPage): LinkPlace {
  const printed = title.exec(page.text.slice(0, 100_000))?.[1] ?? "";
  const words = [page.hints.text, printed].map(compactWords);
  const year = page.hints.year ?? readAddressYear(page.url) ?? readOwnYear(words);
  return {
    url: page.url,
    hints: { ...noHints, ...page.hints, year },
    isReportColumn:
      page.role === "column" ||
      page.role === "list" ||
      readPathKind(page.url) === "report" ||
      words.some(isReportWords),
  };
}

/** Only the page of one year or body says so in its title; a column of many years has none there. */
function readOwnYear(words: readonly string[]): number | null {
  return (
    words
      .filter(isReportWords)
      .map(readLabelYear)
      .find((year) => year !== null) ?? null
  );
}

function isReportWords(words: string): boolean {
  if (companion.test(words) || foreign.test(words)) return false;
  return columnTitle.test(words) || reportTitle.test(words);
}

import type { Hints } from "../../corpus/address.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { PageReport } from "../../corpus/store/find-page-report.ts";
import type { PendingReading } from "../../corpus/visit-record.ts";
import { compact, readTitleAgency, readTitleYear } from "../extract/metadata/report-title.ts";
import type { Clue, Clues } from "./fill-unknown.ts";

/**
 * What the way to a content tells, the surest first: the report that its page is, the words of the link to it, its row,
 * those of the link to its page, and the body or place whose reports the source was kept for.
 */
export function listClues(
  reading: PendingReading,
  page: PageReport | null,
  gazetteer: Gazetteer,
): Clues {
  const { hints, pageHints, role, url } = reading;
  const ways = [hints, ...(role === "attachment" && pageHints !== null ? [pageHints] : [])];
  const expected = reading.division === null ? undefined : gazetteer.get(reading.division);
  return {
    address: url,
    years: [
      ...(page === null ? [] : [{ value: page.year, from: "所附页面" }]),
      ...ways.flatMap(listYears),
    ],
    agencies: [
      ...(page === null ? [] : [{ value: page.printedAgency, from: "所附页面" }]),
      ...ways.flatMap(listAgencies),
      ...(reading.agency === null ? [] : [{ value: reading.agency, from: "网站来源" }]),
      ...(expected === undefined ? [] : [{ value: expected.name, from: "网站来源" }]),
    ],
    division: page?.division ?? reading.division,
  };
}

function listYears({ text, year }: Hints): readonly Clue<number>[] {
  const named = readTitleYear(compact(text));
  return [
    ...(named === null ? [] : [{ value: named, from: "链接文字" }]),
    ...(year === null ? [] : [{ value: year, from: "所在栏目" }]),
  ];
}

function listAgencies({ text, agency }: Hints): readonly Clue<string>[] {
  const named = readTitleAgency(compact(text));
  return [
    ...(named === null ? [] : [{ value: named, from: "链接文字" }]),
    ...(agency === null ? [] : [{ value: agency, from: "所在栏目" }]),
  ];
}

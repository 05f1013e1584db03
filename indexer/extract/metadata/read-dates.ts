import type { ReportDates } from "../../../corpus/report-dates.ts";
import type { Section } from "../../../corpus/section.ts";
import { isAgencyName } from "./agency-name.ts";
import { readAddressDate, readIdDate } from "./read-address-date.ts";
import { readDate } from "./read-date.ts";
import type { Metadata } from "./read-metadata.ts";
import { compact } from "./report-title.ts";

export interface DateSources {
  readonly metadata: Pick<Metadata, "claimed" | "written" | "indexNumber">;
  readonly preamble: string | null;
  readonly sections: readonly Section[];
  readonly address: string | null;
}

const signatureLines = 12;
const longestLine = 60;
const fullDate = /^[（(]?(?:20\d{2}|二.{3})年.{1,2}月.{1,3}日[）)]?$/u;
const endDate = /^(.{2,40}?)((?:20\d{2}|二.{3})年.{1,2}月.{1,3}日)$/u;
const indexYears = /(?<!\d)(20\d{2})(?:0[1-9]|1[0-2])?(?!\d)/gu;

/** Every date that a page gives, kept apart. */
export function readDates({ metadata, preamble, sections, address }: DateSources): ReportDates {
  const text = sections.length > 0 ? sections.map((section) => section.text) : [preamble ?? ""];
  return {
    claimed: metadata.claimed,
    written: metadata.written,
    signed: findSignedDate(text.join("\n").split("\n")),
    address: readAddressDate(address),
    id: readIdDate(address),
    indexYear: readIndexYear(metadata.indexNumber),
  };
}

/** The date of the signature: on a line of its own below a body's name, or behind it; else the last of the text. */
function findSignedDate(lines: readonly string[]): string | null {
  const plain = lines.map((line) => (line.length > longestLine ? "" : compact(line)));
  const signed = plain.findLastIndex(
    (line, at) => isSigned(line) || (fullDate.test(line) && isAgencyName(plain[at - 1] ?? "")),
  );
  if (signed !== -1) return readDate(plain[signed] ?? "");
  const last = plain.slice(-signatureLines).findLast((line) => fullDate.test(line));
  return last === undefined ? null : readDate(last);
}

/** Name and date on one line. */
function isSigned(line: string): boolean {
  const name = endDate.exec(line)?.[1];
  return name !== undefined && isAgencyName(name);
}

/** The year in a 索引号, which is that of its publication; null where it has two or none. */
function readIndexYear(number: string | null): number | null {
  const years = new Set([...(number ?? "").matchAll(indexYears)].map((match) => Number(match[1])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

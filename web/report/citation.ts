import type { Report } from "../../corpus/report.ts";
import { readChinaDate } from "../date-text.ts";
import { findWebAddress } from "../web-address.ts";

/**
 * The report as GB/T 7714-2015 cites a report: responsible body, title, type, date of publication,
 * date of access (when it was captured) and address. A file without an address is cited as [R].
 */
export function buildCitation(report: Report): string {
  const places = report.regions.map((region) => region.name);
  const above = places.filter((place) => !report.agency.startsWith(place));
  const body = `${above.join("")}${report.agency}`;
  const url = findWebAddress(report.capture.address);
  const published = report.published ?? `${report.year + 1}`;
  if (url === null) return `${body}. ${report.title}[R]. ${published}.`;
  const accessed = readChinaDate(report.capture.capturedAt);
  return `${body}. ${report.title}[R/OL]. (${published})[${accessed}]. ${url.href}.`;
}

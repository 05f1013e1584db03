import { expect, test } from "vitest";
import { buildReportId } from "../../../corpus/report.ts";
import { narrowToYears } from "../../../search/facts/narrow-to-years.ts";

test("reports are narrowed to the years of their ids", () => {
  const ids = [2021, 2022, 2023].map((year) => buildReportId("990121101-0a0b0c0d", year));
  expect(narrowToYears(ids, [2023, 2021])).toEqual([ids[0], ids[2]]);
  expect(narrowToYears(ids, [1])).toEqual([]);
  expect(narrowToYears(ids, [])).toEqual(ids);
});

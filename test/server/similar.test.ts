import { expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { countyLikeness } from "./fixture-likeness.ts";
import { countyReport } from "./fixture-report.ts";
import { buildDeps } from "./fixtures.ts";

const app = createApp(buildDeps());

test("tells for every section what is like it, and the nearest reports", async () => {
  const response = await app.request(`/api/reports/${countyReport.id}/similar`);
  expect(response.status).toBe(200);
  const answer: unknown = await response.json();
  const empty = { copied: ["uncompared"], matches: [] };
  const expected = countyReport.sections.map(({ kind, heading }, position) => ({
    position,
    kind,
    heading,
    ...empty,
  }));
  const [first, second] = countyLikeness.sections;
  expect(answer).toEqual({
    sections: expected.map((section) => {
      if (section.position === 1)
        return { ...section, copied: ["agency", "year"], matches: first?.matches };
      if (section.position === 5) return { ...section, copied: ["none"], matches: second?.matches };
      return section.position === 6 ? { ...section, copied: ["none"] } : section;
    }),
    reports: countyLikeness.reports,
  });
});

test("knows nothing of a report that is not held", async () => {
  expect((await app.request("/api/reports/nothing/similar")).status).toBe(404);
});

import { describe, expect, it } from "vitest";
import { buildCorpus } from "../../bench/relevance/build-corpus.ts";
import { groonga } from "../../bench/relevance/systems/groonga.ts";
import { meilisearch } from "../../bench/relevance/systems/meilisearch.ts";
import { ours } from "../../bench/relevance/systems/ours.ts";
import { postgresql } from "../../bench/relevance/systems/postgresql.ts";
import { sqlite } from "../../bench/relevance/systems/sqlite.ts";
import { SystemMissing } from "../../bench/relevance/systems/system.ts";

const whole = buildCorpus();
const reports = whole.reports.slice(0, 40);
const kept = new Set(reports.map(({ id }) => id));
const sections = whole.sections.filter(({ reportId }) => kept.has(reportId));
const corpus = { ...whole, reports, sections };

/** A line that a single section holds, of Han characters only. */
const lines = sections.flatMap(({ id, text }) => text.split("\n").map((line) => ({ id, line })));
const only = lines.find(
  ({ line }) =>
    /^\p{Script=Han}{8,20}[，。]/u.test(line) &&
    sections.filter(({ text }) => text.includes(line.slice(0, 8))).length === 1,
);

describe.each([ours, meilisearch, sqlite, postgresql, groonga])("$name", (system) => {
  it("finds the only section that holds a phrase, and none that is excluded", async ({ skip }) => {
    const open = await system.open(corpus).catch((error: unknown) => {
      if (error instanceof SystemMissing) skip(error.message);
      throw error;
    });
    try {
      const phrase = only?.line.slice(0, 8) ?? "";
      expect(phrase).not.toBe("");
      expect(await open.search(`"${phrase}"`, 10)).toEqual({ ids: [only?.id], total: 1 });
      const without = await open.search(`"总体情况" -"${phrase}"`, 10);
      expect(without.ids.length).toBe(10);
      expect(without.ids).not.toContain(only?.id);
    } finally {
      await open.close();
    }
  });
});

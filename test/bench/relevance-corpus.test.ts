import { describe, expect, it } from "vitest";
import { buildCorpus, type RelevanceCorpus } from "../../bench/relevance/build-corpus.ts";
import { foldForGrep } from "../../bench/relevance/fold-for-grep.ts";
import { testPlanting } from "../../bench/relevance/planting-test.ts";
import { tuningPlanting } from "../../bench/relevance/planting-tuning.ts";

const corpus = buildCorpus();

/** Reports and truth as one text: deep comparison of so many takes seconds. */
function print({ reports, sections }: RelevanceCorpus): string {
  const truth = sections.map(({ id, topics, mentions }) => [id, ...topics, ...mentions]);
  const printed = reports.map(({ title, facts, sections: own }) => [title, facts, own]);
  return JSON.stringify([printed, truth]);
}

describe("buildCorpus", () => {
  it("is the same for the same seed and another for another", () => {
    expect(print(buildCorpus()) === print(corpus)).toBe(true);
    expect(print(buildCorpus(7)) === print(corpus)).toBe(false);
  });

  it("holds at least 5,000 sections with ids of their own, over several years, forms and levels", () => {
    expect(corpus.sections.length).toBeGreaterThanOrEqual(5000);
    expect(new Set(corpus.sections.map(({ id }) => id)).size).toBe(corpus.sections.length);
    const { sections } = corpus;
    expect(new Set(sections.map(({ year }) => year)).size).toBeGreaterThan(8);
    expect(new Set(sections.map(({ form }) => form))).toEqual(new Set(["2014", "2019", "2021"]));
    expect(new Set(sections.map(({ level }) => level)).size).toBe(4);
    expect(new Set(sections.map(({ agencyKind }) => agencyKind)).size).toBe(4);
  });

  it("judges the sections that it gives to systems", () => {
    const printed = corpus.reports.flatMap(({ id, title, sections }) =>
      sections.map(({ heading, text }, position) => [`${id}-${position}`, title, heading, text]),
    );
    const judged = corpus.sections.map(({ id, title, heading, text }) => [
      id,
      title,
      heading,
      text,
    ]);
    expect(JSON.stringify(judged) === JSON.stringify(printed)).toBe(true);
  });

  it("shares boilerplate word for word", () => {
    const counts = new Map<string, number>();
    for (const line of corpus.sections.flatMap(({ text }) => text.split("\n")))
      counts.set(line, (counts.get(line) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeGreaterThan(500);
  });

  it("breaks a line within every phrase once at least, and prints some numbers in full width", () => {
    for (const { text } of [...tuningPlanting.phrases, ...testPlanting.phrases]) {
      const broken = corpus.sections.filter(
        (section) =>
          !section.text.includes(text) && section.folded.text.includes(foldForGrep(text)),
      );
      expect(broken.length, text).toBeGreaterThan(0);
    }
    expect(corpus.sections.some(({ text }) => text.includes("８８４３"))).toBe(true);
  });
});

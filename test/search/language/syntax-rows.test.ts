import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { facetKeys } from "../../../search/facets.ts";
import { buildChips } from "../../../search/language/build-chips.ts";
import { findFact, listFacts, shortFactNames } from "../../../search/language/fact-names.ts";
import { findFilterKey } from "../../../search/language/filter-keys.ts";
import { parseQuery } from "../../../search/language/parse-query.ts";
import { syntaxGroups } from "../../../search/language/syntax-rows.ts";
import { describeSyntax } from "./describe-syntax.ts";
import { names } from "./fictional-names.ts";

const rows = syntaxGroups.flatMap((group) => group.rows);
const docs = readFileSync(join(import.meta.dirname, "../../../docs/search.md"), "utf8");

describe("the rows of the language", () => {
  it.each(rows)("$example is read without a problem", ({ example }) => {
    const parsed = parseQuery(example, names);
    expect(parsed.problems).toEqual([]);
    expect(buildChips(parsed, example).length).toBeGreaterThan(0);
  });

  it("show words, phrases, exclusions, choices, filters and conditions", () => {
    const kinds = rows.flatMap(({ example }) =>
      buildChips(parseQuery(example, names), example).map(({ kind }) => kind),
    );
    expect([...new Set(kinds)].toSorted()).toEqual(
      ["any", "condition", "excluded", "filter", "phrase", "words"].toSorted(),
    );
  });

  it.each(describeSyntax())("are in docs/search.md as they are (%#)", (table) => {
    expect(docs).toContain(table);
  });

  it("are all that docs/search.md has in its tables of examples", () => {
    const headings = [...docs.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual([
      ...syntaxGroups.map(({ englishTitle }) => englishTitle),
      "What cannot be read",
      "What is counted",
    ]);
  });
});

describe("names in a query", () => {
  it("are those of every facet, by key", () => {
    expect(facetKeys.map((key) => findFilterKey(key))).toEqual(facetKeys);
  });

  it("have short ones for numbers that some form has, none of which is a filter", () => {
    const keys = new Set(listFacts().map(({ key }) => key));
    for (const [key, short] of Object.entries(shortFactNames)) {
      expect(keys).toContain(key);
      for (const name of short) {
        expect([name, findFact(name)?.key]).toEqual([name, key]);
        expect([name, findFilterKey(name)]).toEqual([name, null]);
      }
    }
  });

  it("mean every number by its key", () => {
    for (const { key } of listFacts()) expect(findFact(key)?.key).toBe(key);
  });

  it("mean no number where several have them", () => {
    expect(findFact("其他")).toBeNull();
    expect(findFact("总计")).toBeNull();
  });
});

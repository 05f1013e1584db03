import type { SectionKind } from "../../corpus/section.ts";
import type { Page } from "../../indexer/extract/page/page.ts";
import { readHead } from "../../indexer/extract/metadata/read-head.ts";
import { readSections } from "../../indexer/extract/sections/read-sections.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { readFacts } from "../../indexer/extract/tables/read-facts.ts";
import type { SampleFact } from "./sample-report.ts";

export interface SampleReading {
  readonly form: string | null;
  readonly title: string | null;
  readonly facts: readonly SampleFact[];
  readonly sections: readonly SectionKind[];
  readonly headings: readonly string[];
}

/** What the stages behind the readers make of a page: the reader's work is judged by it. */
export function readSampleFacts(page: Page): SampleReading {
  const tables = findTables(page.body);
  const { form, facts } = readFacts(tables);
  const head = readHead(page, tables);
  const { sections } = readSections({ blocks: page.body, tables, ...head.marked });
  return {
    form: form?.id ?? null,
    title: head.title?.words ?? null,
    facts: facts.map(({ table, row, column, value }) => ({ table, row, column, value })),
    sections: sections.map(({ kind }) => kind),
    headings: sections.map(({ heading }) => heading),
  };
}

/** Facts in an order of their own, to compare. */
export function sortFacts(facts: readonly SampleFact[]): readonly string[] {
  return facts
    .map(({ table, row, column, value }) => `${table}.${row}.${column} = ${value}`)
    .sort();
}

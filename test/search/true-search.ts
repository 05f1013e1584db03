import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../corpus/report.ts";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import type { Engine } from "../../search/engine/engine.ts";
import { buildFactColumns, type ReportFacts } from "../../search/facts/fact-columns.ts";
import { openSearch } from "../../search/main.ts";
import { PhraseChecker } from "../../search/strict/phrase-checker.ts";
import { searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import { searchReports } from "../../search/search-reports.ts";
import type { Correct, SearchParts } from "../../search/search-parts.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { openSegmenter } from "../../search/words/segmenter.ts";
import { fictionalNames } from "./fictional-report.ts";
import { fictionalRegionNames } from "./fictional-search.ts";

/** A search of its own over some reports, whose numbers and corrections a test gives. */
export interface TrueSearch {
  readonly find: (query: Partial<SearchQuery>, correct?: Correct) => Promise<SearchResult>;
  readonly parts: SearchParts;
  readonly engine: Engine;
  /** Ends the engine and deletes everything. */
  readonly close: () => Promise<void>;
}

export async function openTrueSearch(
  reports: readonly Report[],
  facts: readonly ReportFacts[] = [],
): Promise<TrueSearch> {
  const dataFolder = await mkdtemp(join(tmpdir(), "gongkai-true-"));
  const { engine, simplify, close } = await openSearch({ dataFolder, placeNames: fictionalNames });
  const columns = buildFactColumns(facts);
  const parts: SearchParts = {
    engine,
    language: {
      segmenter: openSegmenter(fictionalNames),
      simplify,
      regions: fictionalRegionNames,
    },
    phrases: new PhraseChecker(engine),
    readFacts: async () => columns,
    correct: () => [],
  };
  await engine.addDocuments(
    "sections",
    reports.flatMap((report) => buildSectionDocuments(report, simplify)),
  );
  return {
    find: (query, correct = parts.correct) =>
      searchReports(searchQuerySchema.parse(query), { ...parts, correct }),
    parts,
    engine,
    close: async () => {
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

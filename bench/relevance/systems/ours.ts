import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../../corpus/report.ts";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import {
  buildReportDocument,
  buildSectionDocuments,
} from "../../../search/documents/build-documents.ts";
import { buildRegionNames } from "../../../search/places/build-region-names.ts";
import { openSearch, type Search } from "../../../search/main.ts";
import { searchQuerySchema } from "../../../search/query.ts";
import type { RelevanceCorpus } from "../build-corpus.ts";
import { placeLists } from "../list-bodies.ts";
import { buildFactSource } from "./build-fact-source.ts";
import type { OpenSystem, System } from "./system.ts";

/**
 * Our whole search, with an engine of its own in a fresh data folder, the documents that the indexer writes, and all
 * places that a real one knows, the real ones too.
 */
export const ours: System = { name: "ours", open: openOurs };

async function openOurs({ reports }: RelevanceCorpus): Promise<OpenSystem> {
  const dataFolder = await mkdtemp(join(tmpdir(), "gongkai-relevance-"));
  let search: Search | null = null;
  const close = async (): Promise<void> => {
    await search?.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const places = loadGazetteer(placeLists);
    const placeNames = [...new Set(places.divisions.map(({ name }) => name))];
    const regions = buildRegionNames(places);
    const opened = await openSearch({
      dataFolder,
      placeNames,
      regions,
      facts: buildFactSource(reports),
    });
    search = opened;
    await fill(opened, reports);
    return { search: (q, size) => askOurs(opened.search, q, size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill({ engine, simplify }: Search, reports: readonly Report[]): Promise<void> {
  const sections = reports.flatMap((report) => buildSectionDocuments(report, simplify));
  await engine.addDocuments("sections", sections);
  await engine.addDocuments("reports", reports.map(buildReportDocument));
}

/**
 * Hits are sections here. Where one hit per report is shown with its other sections below it ("more from this
 * report"), this is the place that puts those back in their order: each hit's id, then the ids shown below it.
 */
async function askOurs(
  search: Search["search"],
  q: string,
  size: number,
): ReturnType<OpenSystem["search"]> {
  const { hits, total } = await search(searchQuerySchema.parse({ q, size }));
  return { ids: hits.map(({ id }) => id), total };
}

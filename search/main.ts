import { checkBinary } from "./engine/check-binary.ts";
import type { EmbeddedEngine } from "./engine/embedded-engine.ts";
import type { Engine } from "./engine/engine.ts";
import { buildEngineFolder, makeEngineFolder } from "./engine/engine-state.ts";
import { locateEngine, type EngineChoice } from "./engine/locate-engine.ts";
import { openEngine } from "./engine/open-engine.ts";
import { startEmbeddedEngine } from "./engine/start-embedded-engine.ts";
import { buildHighlighter, mergeMarks } from "./highlight.ts";
import { PhraseChecker } from "./phrase-checker.ts";
import { planQuery, type Language } from "./planner.ts";
import { searchQuerySchema, type SearchQuery } from "./query.ts";
import { codesOnly, type RegionNames } from "./region-names.ts";
import { searchReports } from "./search-reports.ts";
import type { Mark, SearchResult } from "./search-result.ts";
import { openSegmenter, type Segmenter } from "./segmenter.ts";
import { openSimplifier } from "./simplify-chinese.ts";

/** The engine's settings, the folder of an engine of our own, and what is known of places. */
export interface SearchOptions extends EngineChoice {
  readonly dataFolder: string;
  /** Names that text is cut by: the same in every process that indexes or searches this corpus. */
  readonly placeNames?: readonly string[];
  readonly regions?: RegionNames;
  /** Hears, in sentences, when an engine of our own dies and comes back. */
  readonly report?: (sentence: string) => void;
}

/** The search, ready: indexes made, settings up to date. */
export interface Search {
  readonly engine: Engine;
  readonly segmenter: Segmenter;
  /** @throws EngineUnavailable, EngineRefused */
  readonly search: (query: SearchQuery) => Promise<SearchResult>;
  /** Traditional characters to simplified ones, place names as the gazetteer writes them. */
  readonly simplify: (text: string) => string;
  /** Makes what finds the words of a query in a text, as the hits mark them. */
  readonly buildMarker: (query: string) => (text: string) => readonly Mark[];
  /** Ends the engine where this process started it. */
  readonly close: () => Promise<void>;
}

/**
 * Finds or starts the engine, makes its indexes and loads the dictionaries, so that the first search is quick.
 * @throws EngineMissing, EngineDoesNotStart, EngineUnavailable, EngineRefused, DictionaryTaken
 */
export async function openSearch(options: SearchOptions): Promise<Search> {
  const placeNames = options.placeNames ?? [];
  const language: Language = {
    segmenter: openSegmenter(placeNames),
    simplify: openSimplifier(placeNames),
  };
  const server = await startOrFind(options);
  try {
    const engine = await openEngine(server);
    await engine.ensureIndexes();
    const phrases = new PhraseChecker(engine, language.simplify);
    const parts = { engine, language, regions: options.regions ?? codesOnly, phrases };
    const search = (query: SearchQuery): Promise<SearchResult> => searchReports(query, parts);
    await search(warmUpQuery);
    const { segmenter, simplify } = language;
    const buildMarker = (query: string): ((text: string) => readonly Mark[]) => {
      const highlight = buildHighlighter(planQuery(query, language).steps[0].terms, simplify);
      return (text) => mergeMarks(highlight(text));
    };
    return { engine, segmenter, search, simplify, buildMarker, close: server.close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The first Chinese words make the engine load its dictionary: 0.15 s here, up to 2 s on a busy machine. */
const warmUpQuery = searchQuerySchema.parse({ q: "政府信息公开", size: 1 });

async function startOrFind(options: SearchOptions): Promise<EmbeddedEngine> {
  const location = await locateEngine(options);
  if (location.kind === "remote") {
    return { url: location.url, key: location.key, owned: false, close: async () => {} };
  }
  const { dataFolder, report } = options;
  const program = location.pinned ? await prepareBinary(location.path, dataFolder) : location.path;
  return startEmbeddedEngine({ dataFolder, program, report });
}

async function prepareBinary(path: string, dataFolder: string): Promise<string> {
  const folder = buildEngineFolder(dataFolder);
  await makeEngineFolder(folder);
  return checkBinary(path, folder.root);
}

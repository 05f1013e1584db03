import type { FactSource } from "../corpus/fact-source.ts";
import { buildMarker } from "./passage/build-marker.ts";
import { buildCorrector } from "./correction/build-corrector.ts";
import { Spelling } from "./correction/spelling.ts";
import { departmentNames } from "./words/department-names.ts";
import { fieldTerms } from "./words/dictionary.ts";
import { topicTerms } from "./relaxed/topic-terms.ts";
import { checkBinary } from "./engine/check-binary.ts";
import type { EmbeddedEngine } from "./engine/embedded-engine.ts";
import type { Engine } from "./engine/engine.ts";
import { buildEngineFolder, makeEngineFolder } from "./engine/engine-state.ts";
import { locateEngine, type EngineChoice } from "./engine/locate-engine.ts";
import { openEngine } from "./engine/open-engine.ts";
import { startEmbeddedEngine } from "./engine/start-embedded-engine.ts";
import type { SearchExport } from "./export/export-row.ts";
import { exportSearch, type LoadCaptured } from "./export/export-search.ts";
import { type FactColumns, joinChunks } from "./facts/fact-columns.ts";
import { KeptFacts } from "./facts/kept-facts.ts";
import { PhraseChecker } from "./strict/phrase-checker.ts";
import type { Language } from "./planner.ts";
import { searchQuerySchema, type SearchQuery } from "./query.ts";
import { codesOnly, type RegionNames } from "./places/region-names.ts";
import { searchReports } from "./search-reports.ts";
import type { Marker, SearchResult } from "./search-result.ts";
import { openSegmenter } from "./words/segmenter.ts";
import { openSimplifier } from "./words/simplify-chinese.ts";

/** The engine's settings, the folder of an engine of our own, and what is known of places. */
export interface SearchOptions extends EngineChoice {
  readonly dataFolder: string;
  /** Names that queries are cut by and corrected to: the same for all searches of one process. */
  readonly placeNames?: readonly string[];
  readonly regions?: RegionNames;
  /** Where the numbers of the reports come from; without it a search knows none. */
  readonly facts?: FactSource;
  /** Hears, in sentences, when an engine of our own dies and comes back. */
  readonly report?: (sentence: string) => void;
}

/** The search, ready: indexes made, settings up to date. */
export interface Search {
  readonly engine: Engine;
  /** @throws EngineUnavailable, EngineRefused */
  readonly search: (query: SearchQuery) => Promise<SearchResult>;
  /** All that a search counts, with when its reports were captured. @throws EngineUnavailable, EngineRefused, ExportTooLarge */
  readonly exportSearch: (query: SearchQuery, loadCaptured: LoadCaptured) => Promise<SearchExport>;
  /** Traditional characters to simplified ones, place names as the gazetteer writes them. */
  readonly simplify: (text: string) => string;
  /** Makes what finds the words of a query in the texts of one report, as its hits mark them. */
  readonly buildMarker: (query: string, texts: readonly string[]) => Marker;
  /** The numbers of all reports. The first call loads them, so ask early where a person may wait for it. */
  readonly readFacts: () => Promise<FactColumns>;
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
    regions: options.regions ?? codesOnly,
  };
  const server = await startOrFind(options);
  try {
    const engine = await openEngine(server);
    await engine.ensureIndexes();
    const phrases = new PhraseChecker(engine);
    const readFacts = openFacts(options.facts);
    const correct = buildCorrector(
      placeNames,
      [...fieldTerms, ...topicTerms, ...departmentNames],
      language,
    );
    const spelling = new Spelling({ correct, engine, simplify: language.simplify });
    const parts = {
      engine,
      language,
      phrases,
      readFacts,
      correct: spelling.correct.bind(spelling),
    };
    const search = (query: SearchQuery): Promise<SearchResult> => searchReports(query, parts);
    await search(warmUpQuery);
    const { simplify } = language;
    const later = setTimeout(() => void spelling.prepare().catch(() => {}), idleMs).unref();
    return {
      engine,
      search,
      exportSearch: (query, loadCaptured) => exportSearch(query, parts, loadCaptured),
      simplify,
      buildMarker: (query, texts) => buildMarker(query, texts, language),
      readFacts,
      close: async () => {
        clearTimeout(later);
        spelling.close();
        phrases.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function openFacts(source: FactSource | undefined): () => Promise<FactColumns> {
  return source === undefined ? async () => joinChunks([]) : new KeptFacts(source).read;
}

/** After so long what few queries need is made ready too. */
const idleMs = 15_000;

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

import type { IndexName } from "../documents/index-settings.ts";
import type { ReportDocument, SectionDocument } from "../documents/section-document.ts";
import type { ReadyDocument } from "./ready-document.ts";

/** The documents of each index. */
export interface IndexDocuments {
  readonly sections: SectionDocument;
  readonly reports: ReportDocument;
}

/** A question to one index: the fields that the engine's oldest supported version takes, and no other. */
export interface EngineQuery {
  readonly index: IndexName;
  readonly text: string;
  readonly strategy: "all" | "last";
  /** Attributes to search; null for all. */
  readonly attributes: readonly string[] | null;
  /** All of these must hold. */
  readonly filter: readonly string[];
  readonly facets: readonly string[];
  readonly sort: readonly string[];
  /** Of the documents that have the same value here only the best one is given; null for all. */
  readonly distinct?: string | null;
  readonly offset: number;
  readonly limit: number;
  /** Fields of a document that the answer carries. */
  readonly fields: readonly string[];
}

/** `facets` counts documents by attribute and value; `estimatedTotal` stops at the number of reachable hits. */
export interface EngineAnswer {
  readonly hits: readonly unknown[];
  readonly estimatedTotal: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface EngineStats {
  readonly version: string;
  readonly bytes: number;
  readonly documents: Readonly<Record<IndexName, number>>;
  readonly indexing: boolean;
}

/** Documents may come as a list or one after the other, and written already. */
export type DocumentsOf<Name extends IndexName> =
  | Iterable<IndexDocuments[Name] | ReadyDocument>
  | AsyncIterable<IndexDocuments[Name] | ReadyDocument>;

/** Writes to the indexes that a rebuild makes beside the live ones. */
export interface RebuildWriter {
  /** Resolves when the documents are handed over; they are waited for before the swap. */
  readonly addDocuments: <Name extends IndexName>(
    index: Name,
    documents: DocumentsOf<Name>,
  ) => Promise<void>;
}

/**
 * The search engine. Every method may throw EngineUnavailable (try again) or EngineRefused (do not).
 * Writing resolves when the documents can be found, and throws where the engine failed to index them.
 */
export interface Engine {
  readonly url: string;
  readonly search: (query: EngineQuery) => Promise<EngineAnswer>;
  /** Asks several questions in one round trip; the answers come in the same order. */
  readonly multiSearch: (queries: readonly EngineQuery[]) => Promise<readonly EngineAnswer[]>;
  readonly isHealthy: () => Promise<boolean>;
  readonly fetchStats: () => Promise<EngineStats>;
  /** Makes missing indexes and brings changed settings up to date; changing nothing takes a few milliseconds. */
  readonly ensureIndexes: () => Promise<void>;
  /** Adds or replaces documents by their id; returns how many were written. */
  readonly addDocuments: <Name extends IndexName>(
    index: Name,
    documents: DocumentsOf<Name>,
  ) => Promise<number>;
  /** Unknown ids are no error. */
  readonly deleteDocuments: (index: IndexName, ids: readonly string[]) => Promise<void>;
  /** When documents or settings of an index changed last, as the engine writes it: another text for every change. */
  readonly fetchChangedAt: (index: IndexName) => Promise<string>;
  readonly countDocuments: (index: IndexName) => Promise<number>;
  /**
   * Builds both indexes anew beside the live ones, compares counts, and swaps them in one step: searches see the
   * old or the new, never a mixture. What others write meanwhile to the live indexes is lost: let nobody.
   * @throws RebuildIncomplete where counts differ; the old indexes stay.
   */
  readonly rebuild: (
    build: (writer: RebuildWriter) => Promise<void>,
  ) => Promise<Readonly<Record<IndexName, number>>>;
}

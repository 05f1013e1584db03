import type { Place } from "../corpus/fact.ts";
import type { ReportLikeness } from "../corpus/likeness/likeness.ts";
import type { Report } from "../corpus/report.ts";
import type { VersionChanges } from "../corpus/diff/version-changes.ts";
import type { SearchExport } from "../search/export/export-row.ts";
import type { SearchQuery } from "../search/query.ts";
import type { Marker, SearchResult, Suggestion } from "../search/search-result.ts";
import type { HeldReport, Holdings } from "../corpus/holdings.ts";
import type { Run } from "../corpus/run.ts";
import type { SourceDetail, SourceState } from "../corpus/source-state.ts";
import type { AdminGate } from "./auth/admin-gate.ts";
import type { ProgressFeed } from "./progress/progress-feed.ts";

/** What the app needs from the rest: plain functions, so that it knows neither the engine nor the store. */
export interface AppDeps {
  /** May throw EngineUnavailable: answered with 503. */
  readonly search: (query: SearchQuery) => Promise<SearchResult>;
  /** All that a search counts. May throw EngineUnavailable, before the first row or later. */
  readonly exportSearch: (query: SearchQuery) => Promise<SearchExport>;
  /** The codes of the places that a name or a code stands for; none where nobody knows it. */
  readonly resolveRegion: (nameOrCode: string) => Promise<readonly string[]>;
  readonly suggest: (text: string, limit: number) => Promise<readonly Suggestion[]>;
  /** The codes of the places with reports whose name, pinyin or initials a text is, the best first, 50 at most. */
  readonly findPlaces: (text: string) => Promise<readonly string[]>;
  /** The report as its current version tells it, or the version of a digest; null where there is none. */
  readonly loadReport: (id: string, digest?: string) => Promise<Report | null>;
  /** How the newest versions of a report differ, each from the one before it. */
  readonly loadVersionChanges: (id: string) => Promise<readonly VersionChanges[]>;
  /** What the current version of a report has in common with others. */
  readonly loadLikeness: (id: string) => Promise<ReportLikeness>;
  /** The archived bytes of a digest; null where the archive does not hold them. */
  readonly openOriginal: (
    digest: string,
  ) => Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  /** An archived original as a page of its own; null where the archive does not hold it. */
  readonly showOriginal: (original: OriginalToShow) => Promise<ShownOriginal | null>;
  readonly checkHealth: () => Promise<Health>;
  /** Asked for on every page, so it should answer from memory or an index. */
  readonly loadHoldings: () => Promise<Holdings>;
  /** The reports captured last, the newest first. */
  readonly loadNewest: (limit: number) => Promise<readonly HeldReport[]>;
  /** Makes what finds the words of a query in the texts of one report, for marking them on its page. */
  readonly buildMarker: (query: string, texts: readonly string[]) => Marker;
  /** Every source that was not removed and how it is doing. */
  readonly loadSources: () => Promise<readonly SourceState[]>;
  /** A source with its last crawls and failures; null where there is none. */
  readonly loadSource: (id: string) => Promise<SourceDetail | null>;
  /** Crawls, newest first, of one source or (null) of all. */
  readonly loadRuns: (wish: {
    readonly sourceId: string | null;
    readonly limit: number;
  }) => Promise<readonly Run[]>;
  /** Asks for something to be done with a source by whoever crawls it; false where there is none. */
  readonly direct: (id: string, action: SourceAction) => Promise<boolean>;
  /** Whether the crawler can say who is behind it; else it asks nobody but this machine and the demo. */
  readonly hasContact: boolean;
  /** What the crawler does, as it happens. */
  readonly progress: ProgressFeed;
  readonly gate: AdminGate;
  readonly log: Log;
}

/** What a person can ask for: a visit now, no visits, visits again, and its stopped hosts again after a look at them. */
export const sourceActions = ["run", "pause", "resume", "reopen"] as const;
export type SourceAction = (typeof sourceActions)[number];

/**
 * What to show of an archived original: `at` is the place to mark, `page` the page from 1 (that of the place, else
 * the first), `address` where the view is served, to which `&page=2` may be added.
 */
export interface OriginalToShow {
  readonly digest: string;
  readonly at: Place | null;
  readonly page: number | null;
  readonly address: string;
}

/**
 * An original as HTML that holds no script and loads nothing; the mark has the id `cell`. `failed` where it cannot
 * be shown: the document says so, `reason` is for the log.
 */
export type ShownOriginal =
  | { readonly state: "shown"; readonly html: string }
  | { readonly state: "failed"; readonly html: string; readonly reason: string };

export const partStates = ["ok", "starting", "unavailable"] as const;
export type PartState = (typeof partStates)[number];

/** `engine` and `store` tell whether each can answer now; `sections` counts what the index holds. */
export interface Health {
  readonly engine: PartState;
  readonly store: PartState;
  readonly reports: number;
  readonly sections: number;
}

/** The part of a pino logger that the server uses. */
export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

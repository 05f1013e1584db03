import type { Report } from "../corpus/report.ts";
import type { SearchQuery } from "../search/query.ts";
import type { Mark, SearchResult, Suggestion } from "../search/search-result.ts";
import type { HeldReport, Holdings } from "../corpus/holdings.ts";

/** What the app needs from the rest: plain functions, so that it knows neither the engine nor the store. */
export interface AppDeps {
  /** May throw EngineUnavailable: answered with 503. */
  readonly search: (query: SearchQuery) => Promise<SearchResult>;
  /** The codes of the places that a name or a code stands for; none where nobody knows it. */
  readonly resolveRegion: (nameOrCode: string) => readonly string[];
  readonly suggest: (text: string, limit: number) => Promise<readonly Suggestion[]>;
  readonly loadReport: (id: string) => Promise<Report | null>;
  /** The archived bytes of a digest; null where the archive does not hold them. */
  readonly openOriginal: (
    digest: string,
  ) => Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  readonly checkHealth: () => Promise<Health>;
  /** Asked for on every page, so it should answer from memory or an index. */
  readonly loadHoldings: () => Promise<Holdings>;
  /** The reports captured last, the newest first. */
  readonly loadNewest: (limit: number) => Promise<readonly HeldReport[]>;
  /** Makes what finds the words of a query in a text, for marking them on the report page. */
  readonly buildMarker: (query: string) => (text: string) => readonly Mark[];
  readonly log: Log;
}

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

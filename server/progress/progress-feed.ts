import { setTimeout } from "node:timers/promises";
import type { HeardVisit, SourceState } from "../../corpus/source-state.ts";
import { RequestRefused } from "../problem.ts";
import type { ProgressEvent } from "./progress-event.ts";
import { ProgressListener } from "./progress-listener.ts";

/** Where the feed looks; each question is asked once for all listeners. */
export interface ProgressSources {
  readonly loadVisits: (wish: {
    readonly after: number;
    readonly limit: number;
  }) => Promise<readonly HeardVisit[]>;
  readonly findLastVisit: () => Promise<number>;
  readonly loadSources: () => Promise<readonly SourceState[]>;
  readonly complain: (error: unknown) => void;
  readonly pauseMs?: number;
  readonly mostListeners?: number;
}

/** So many visits are told at a time, and at most repeated to a listener that comes back. */
const mostVisits = 500;
const defaultPauseMs = 1_000;
const defaultListeners = 100;
/** Rests so many times as long as a look took, so that many sources do not keep the server busy. */
const rest = 10;

/** Looks at the store once a second while anybody listens, and tells everybody what is new. */
export class ProgressFeed {
  readonly #sources: ProgressSources;
  readonly #listeners = new Set<ProgressListener>();
  readonly #closing = new AbortController();
  #looking: Promise<void> | null = null;

  constructor(sources: ProgressSources) {
    this.#sources = sources;
  }

  /** Listens from now on, or from the visit after `lastId`, as far as they are few. Throws RequestRefused. */
  async listen(lastId: number | null): Promise<ProgressListener> {
    const { loadVisits, findLastVisit, mostListeners = defaultListeners } = this.#sources;
    if (this.#closing.signal.aborted || this.#listeners.size >= mostListeners)
      throw new RequestRefused("too_many_listeners");
    const listener = new ProgressListener(() => this.#listeners.delete(listener));
    this.#listeners.add(listener);
    try {
      const newest = await findLastVisit();
      const after = lastId === null ? newest : Math.max(lastId, newest - mostVisits);
      const missed = await loadVisits({ after, limit: mostVisits });
      listener.begin(missed.map(buildVisitEvent), missed.at(-1)?.id ?? newest);
    } catch (error) {
      listener.end();
      throw error;
    }
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return listener;
  }

  /** Ends all listening; nobody can listen any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const listener of this.#listeners) listener.end();
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { pauseMs = defaultPauseMs, complain } = this.#sources;
    const known = new Map<string, string>();
    let last: number | null = null;
    while (this.#listeners.size > 0) {
      const start = performance.now();
      try {
        last = await this.#tellVisits(last);
        await this.#tellSources(known, last);
      } catch (error) {
        complain(error);
      }
      const waitMs = Math.max(pauseMs, rest * (performance.now() - start));
      await setTimeout(waitMs, null, { signal: this.#closing.signal }).catch(() => {});
    }
  }

  /** Tells the visits after one, and returns the id of the last. The first look only finds where to begin. */
  async #tellVisits(last: number | null): Promise<number> {
    const { findLastVisit, loadVisits } = this.#sources;
    const after = last ?? Math.min(await findLastVisit(), ...this.#listHeard());
    const visits = await loadVisits({ after, limit: mostVisits });
    this.#tell(visits.map(buildVisitEvent));
    return visits.at(-1)?.id ?? after;
  }

  #listHeard(): readonly number[] {
    return [...this.#listeners].map((listener) => listener.heard);
  }

  /** Tells which sources changed since the last look. */
  async #tellSources(known: Map<string, string>, id: number): Promise<void> {
    const isFirst = known.size === 0;
    const changed: ProgressEvent[] = [];
    for (const data of await this.#sources.loadSources()) {
      const text = JSON.stringify(data);
      if (known.get(data.id) === text) continue;
      known.set(data.id, text);
      changed.push({ event: "source", id, data });
    }
    if (!isFirst) this.#tell(changed);
  }

  #tell(events: readonly ProgressEvent[]): void {
    for (const listener of this.#listeners) listener.hear(events);
  }
}

function buildVisitEvent(data: HeardVisit): ProgressEvent {
  return { event: "visit", id: data.id, data };
}

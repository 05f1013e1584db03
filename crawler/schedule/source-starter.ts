import type { Store } from "../../corpus/store/open-store.ts";
import { endLostRuns, loadLatestRuns } from "../../corpus/store/runs.ts";
import {
  type ClaimedSource,
  claimSource,
  listHalted,
  loadUnplanned,
  planVisit,
  requestVisits,
} from "../../corpus/store/schedule.ts";
import { computeNext, isNight } from "../../corpus/schedule/compute-next.ts";
import { parseSchedule } from "../../corpus/schedule/schedule.ts";
import type { Crawler } from "../crawler.ts";

/** `readClock` tells milliseconds since 1970. */
export interface StarterParts {
  readonly store: Store;
  readonly crawler: Crawler;
  readonly readClock: () => number;
  /** How many sources this process crawls at once. */
  readonly atOnce: number;
  /** A process that is not heard of for this long is dead. Milliseconds. */
  readonly lostAfterMs: number;
  /** For the person who watches: a crawl that began or ended. */
  readonly report: (sentence: string) => void;
}

/** A source claimed by a process that died before it began is due again after this. Milliseconds. */
const claimMs = 120_000;

/** Begins and ends crawls as the store asks. Every step may be repeated, and may fail without harm to the others. */
export class SourceStarter {
  readonly #parts: StarterParts;
  /** What this process began, with the schedules they had, until their next visits are noted. */
  readonly #begun = new Map<string, string | null>();
  readonly #stopping = new Map<string, Promise<void>>();

  constructor(parts: StarterParts) {
    this.#parts = parts;
  }

  /** Ends the crawls of processes that died, and asks for those sources again. */
  async reviveLost(): Promise<void> {
    const { store, crawler, report, lostAfterMs } = this.#parts;
    const lost = await endLostRuns(store, this.#formatClock(-lostAfterMs));
    const running = new Set(crawler.listRunning());
    const ids = lost.filter((id) => !running.has(id));
    await requestVisits(store, ids, this.#formatClock());
    for (const id of ids) report(`${id}: its crawl broke off and goes on`);
  }

  /** Notes when the sources whose crawls have ended are visited next. */
  async noteEnded(): Promise<void> {
    const running = new Set(this.#parts.crawler.listRunning());
    for (const [id, schedule] of this.#begun) {
      if (running.has(id)) continue;
      await this.#plan(id, schedule);
      this.#begun.delete(id);
      this.#parts.report(`${id}: the crawl has ended`);
    }
  }

  /** Computes the next visit of sources that are new or have another schedule. */
  async planNew(): Promise<void> {
    const { store } = this.#parts;
    const now = this.#formatClock();
    for (const { id, schedule, last } of await loadUnplanned(store)) {
      const { at } = computeNext(parseSchedule(schedule), { sourceId: id, last, now });
      await planVisit(store, { id, schedule, nextAt: at });
    }
  }

  /** Ends the crawls of sources that were paused or removed. It does not wait for the visits under way. */
  async haltPaused(): Promise<void> {
    const { store, crawler } = this.#parts;
    const running = crawler.listRunning().filter((id) => !this.#stopping.has(id));
    for (const id of await listHalted(store, running)) {
      const stopping = crawler
        .stop(id)
        .catch((error: unknown) => this.#parts.report(`${id} cannot be stopped: ${String(error)}`))
        .finally(() => this.#stopping.delete(id));
      this.#stopping.set(id, stopping);
    }
  }

  /** Begins crawls of sources that are due or asked for, as many as there is room for. */
  async beginDue(): Promise<void> {
    const { store, crawler, atOnce } = this.#parts;
    let room = atOnce - crawler.listRunning().length;
    for (; room > 0; room -= 1) {
      const now = this.#formatClock();
      const wish = { now, until: this.#formatClock(claimMs), night: isNight(now) };
      const claimed = await claimSource(store, wish);
      if (claimed === null) return;
      await this.#begin(claimed);
    }
  }

  /** Ends what this process began; sources that were not finished are asked for again, for the next worker. */
  async end(): Promise<void> {
    const { store, crawler } = this.#parts;
    const ids = crawler.listRunning().filter((id) => this.#begun.has(id));
    await Promise.all([...this.#stopping.values(), ...ids.map((id) => crawler.stop(id))]);
    await this.noteEnded();
    const halted = new Set(await listHalted(store, ids));
    const stopped = (await loadLatestRuns(store)).filter(
      ({ sourceId, state }) =>
        state === "stopped" && ids.includes(sourceId) && !halted.has(sourceId),
    );
    const unfinished = stopped.map(({ sourceId }) => sourceId);
    await requestVisits(store, unfinished, this.#formatClock());
  }

  async #begin({ source, schedule, cause }: ClaimedSource): Promise<void> {
    const { crawler, report } = this.#parts;
    if (!crawler.listRunning().includes(source.id)) {
      await crawler.begin(source, cause);
      report(`${source.id}: a crawl begins (${cause === "request" ? "asked for" : "due"})`);
    }
    this.#begun.set(source.id, schedule);
    await this.#plan(source.id, schedule);
  }

  async #plan(id: string, schedule: string | null): Promise<void> {
    const now = this.#formatClock();
    const { at } = computeNext(parseSchedule(schedule), { sourceId: id, last: now, now });
    await planVisit(this.#parts.store, { id, schedule, nextAt: at });
  }

  #formatClock(shiftMs = 0): string {
    return new Date(this.#parts.readClock() + shiftMs).toISOString();
  }
}

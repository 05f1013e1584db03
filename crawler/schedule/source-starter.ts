import type { Store } from "../../corpus/store/open-store.ts";
import { endLostRuns, loadLastFullCrawls, loadLatestRuns } from "../../corpus/store/runs.ts";
import {
  type ClaimedSource,
  claimSource,
  listHalted,
  loadUnplanned,
  planVisit,
  resumeVisits,
} from "../../corpus/store/schedule.ts";
import { noteRefusal } from "../../corpus/store/source-refusals.ts";
import type { RunCause } from "../../corpus/run.ts";
import { computeNext, isNight } from "../../corpus/schedule/compute-next.ts";
import { isBeforeSchedule } from "../../corpus/schedule/is-before-schedule.ts";
import { readSchedule } from "../../corpus/schedule/read-schedule.ts";
import { findNextRetry } from "../../corpus/store/frontier/find-next-retry.ts";
import type { Crawler } from "../crawler.ts";
import { SourceRefused } from "./source-refused.ts";

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

/** A crawl that this process began. `since` is when its schedule counts from: null for the crawl's own end. */
interface BegunCrawl {
  readonly schedule: string | null;
  readonly since: string | null;
}

const beginnings: Readonly<Record<RunCause, string>> = {
  command: "asked for",
  request: "asked for",
  schedule: "due",
  retry: "for what the last one left",
};

/** A source claimed by a process that died before it began is due again after this. Milliseconds. */
const claimMs = 120_000;
/** Addresses that gave nothing are not asked for again sooner after a crawl. Milliseconds. */
const leastRetryMs = 600_000;

/** Begins and ends crawls as the store asks. Every step may be repeated, and may fail without harm to the others. */
export class SourceStarter {
  readonly #parts: StarterParts;
  /** What this process began, until the next visits are noted. */
  readonly #begun = new Map<string, BegunCrawl>();
  readonly #stopping = new Map<string, Promise<void>>();
  /** Why sources did not begin when they were due the last time. */
  readonly #told = new Map<string, string>();

  constructor(parts: StarterParts) {
    this.#parts = parts;
  }

  /** Ends the crawls of processes that died, and asks for those sources again. */
  async reviveLost(): Promise<void> {
    const { store, crawler, report, lostAfterMs } = this.#parts;
    const lost = await endLostRuns(store, this.#formatClock(-lostAfterMs));
    const running = new Set(crawler.listRunning());
    const ids = lost.filter((id) => !running.has(id));
    await resumeVisits(store, ids, this.#formatClock());
    for (const id of ids) report(`${id}: its crawl broke off and goes on`);
  }

  /** Notes when the sources whose crawls have ended are visited next. */
  async noteEnded(): Promise<void> {
    const running = new Set(this.#parts.crawler.listRunning());
    for (const [id, begun] of this.#begun) {
      if (running.has(id)) continue;
      await this.#planAfter(id, begun);
      this.#begun.delete(id);
      this.#parts.report(`${id}: the crawl has ended`);
    }
  }

  /** Computes the next visit of sources that are new, have another schedule or were crawled by another process. */
  async planNew(): Promise<void> {
    for (const { id, schedule, last } of await loadUnplanned(this.#parts.store)) {
      const times = { sourceId: id, last, now: this.#formatClock() };
      const planned = computeNext(readSchedule(schedule), times).at;
      // Before its first crawl everything of a source is due.
      const nextAt = last === null ? planned : await this.#findEarlier(id, planned);
      await planVisit(this.#parts.store, { id, schedule, nextAt });
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

  /** Begins crawls of sources that are due or asked for, as many as there is room for. One that cannot begin is told of. */
  async beginDue(): Promise<void> {
    const { store, crawler, atOnce } = this.#parts;
    while (crawler.listRunning().length < atOnce) {
      const now = this.#formatClock();
      const until = this.#formatClock(claimMs);
      const wish = { now, until, night: isNight(now), owner: crawler.owner };
      const claimed = await claimSource(store, wish);
      if (claimed === null) return;
      try {
        await this.#begin(claimed);
        this.#told.delete(claimed.source.id);
      } catch (error) {
        await this.#noteRefused(claimed, error);
      }
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
    await resumeVisits(store, unfinished, this.#formatClock());
  }

  async #begin(claimed: ClaimedSource): Promise<void> {
    const { crawler, report } = this.#parts;
    const { source, schedule } = claimed;
    const since = await this.#findRetried(claimed);
    if (!crawler.listRunning().includes(source.id)) {
      const cause = since === null ? claimed.cause : "retry";
      await crawler.begin(source, cause);
      report(`${source.id}: a crawl begins (${beginnings[cause]})`);
    }
    this.#begun.set(source.id, { schedule, since });
    await this.#plan(source.id, { schedule, since });
  }

  /** When the last full crawl ended, where this one only tries again what that one left; else null. */
  async #findRetried({ source, schedule, cause, isAgain }: ClaimedSource): Promise<string | null> {
    if (cause === "request" || (cause === "schedule" && isAgain)) return null;
    const { id } = source;
    const last = (await loadLastFullCrawls(this.#parts.store, id)).get(id) ?? null;
    if (cause === "retry") return last;
    const times = { sourceId: id, last, now: this.#formatClock() };
    return isBeforeSchedule(readSchedule(schedule), times) ? last : null;
  }

  /** What the settings refuse waits for its schedule; whatever else failed is due again when its claim ends. */
  async #noteRefused({ source: { id }, schedule }: ClaimedSource, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#told.get(id) !== reason) this.#parts.report(`${id} does not begin: ${reason}`);
    this.#told.set(id, reason);
    if (!(error instanceof SourceRefused)) return;
    const { refusal } = error;
    await noteRefusal(this.#parts.store, { id, refusal, now: this.#formatClock() });
    await this.#plan(id, { schedule, since: null });
  }

  async #plan(id: string, begun: BegunCrawl): Promise<void> {
    const { schedule } = begun;
    await planVisit(this.#parts.store, { id, schedule, nextAt: this.#computeNext(id, begun) });
  }

  async #planAfter(id: string, begun: BegunCrawl): Promise<void> {
    const nextAt = await this.#findEarlier(id, this.#computeNext(id, begun));
    await planVisit(this.#parts.store, { id, schedule: begun.schedule, nextAt });
  }

  /** After a crawl: what is planned, or earlier where addresses gave nothing and may be asked for again. */
  async #findEarlier(id: string, planned: string | null): Promise<string | null> {
    const retry = planned === null ? null : await findNextRetry(this.#parts.store, id);
    const soonest = this.#formatClock(leastRetryMs);
    const again = retry === null || retry > soonest ? retry : soonest;
    return planned !== null && again !== null && again < planned ? again : planned;
  }

  /** The next visit of a source that is visited now. */
  #computeNext(id: string, { schedule, since }: BegunCrawl): string | null {
    const now = this.#formatClock();
    return computeNext(readSchedule(schedule), { sourceId: id, last: since ?? now, now }).at;
  }

  #formatClock(shiftMs = 0): string {
    return new Date(this.#parts.readClock() + shiftMs).toISOString();
  }
}

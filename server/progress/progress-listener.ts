import type { ProgressEvent } from "./progress-event.ts";

/** A listener that leaves this many events unread has gone, or is too slow: it is cut off and may come back. */
const mostUnread = 2_000;

/** One who listens: what happened waits here until it is read. */
export class ProgressListener {
  readonly #onEnd: () => void;
  #unread: ProgressEvent[] = [];
  #early: ProgressEvent[] | null = [];
  #heard = Infinity;
  #ended = false;
  #wake: (() => void) | null = null;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** The id of the last visit heard; infinite before it began. */
  get heard(): number {
    return this.#heard;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** What was missed, up to the visit `heard`; what came in meanwhile follows. */
  begin(missed: readonly ProgressEvent[], heard: number): void {
    const early = this.#early ?? [];
    this.#early = null;
    this.#unread.push(...missed);
    this.#heard = heard;
    this.hear(early);
  }

  /** Keeps events to be read; visits heard before are passed by. */
  hear(events: readonly ProgressEvent[]): void {
    if (this.#early !== null) {
      this.#early.push(...events);
      return;
    }
    for (const event of events) {
      if (event.event === "visit" && event.id <= this.#heard) continue;
      this.#heard = Math.max(this.#heard, event.id);
      this.#unread.push(event);
    }
    if (this.#unread.length > mostUnread) this.end();
    this.#wake?.();
  }

  /** What came since the last time; waits for something, the end, or `patienceMs`. */
  async read(patienceMs: number): Promise<readonly ProgressEvent[]> {
    if (this.#unread.length === 0 && !this.#ended) await this.#wait(patienceMs);
    const unread = this.#unread;
    this.#unread = [];
    return unread;
  }

  end(): void {
    this.#ended = true;
    this.#onEnd();
    this.#wake?.();
  }

  #wait(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(wake, patienceMs);
      this.#wake = wake;
    });
  }
}

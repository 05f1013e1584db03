import type { BrowserContext, BrowserContextOptions } from "playwright-core";
import type { LaunchedChromium } from "./launch-chromium.ts";
import { limitTime } from "./limit-time.ts";

/** One running browser, the pages that it has shown and those that it shows now. */
interface Seat {
  readonly launched: Promise<LaunchedChromium>;
  pages: number;
  open: number;
  isRetired: boolean;
  ending: Promise<void> | null;
}

interface SeatOptions {
  readonly launch: () => Promise<LaunchedChromium>;
  readonly pagesPerBrowser: number;
  readonly context: BrowserContextOptions;
  readonly closeMs: number;
}

/** A fresh context and how to give it back; `isBroken` ends the browser with it. */
export interface TakenSeat {
  readonly context: BrowserContext;
  readonly leave: (isBroken: boolean) => Promise<void>;
}

/** Gives each page a context of its own in a browser that is started when needed, and anew after some pages or a crash. */
export class BrowserSeats {
  readonly #options: SeatOptions;
  readonly #all = new Set<Seat>();
  #current: Seat | null = null;

  constructor(options: SeatOptions) {
    this.#options = options;
  }

  /** Throws the errors of playwright where no browser starts. */
  async take(): Promise<TakenSeat> {
    const seat = this.#findSeat();
    seat.pages++;
    seat.open++;
    try {
      const { browser } = await seat.launched;
      const context = await browser.newContext(this.#options.context);
      return { context, leave: (isBroken) => this.#leave(seat, context, isBroken) };
    } catch (error) {
      seat.open--;
      await this.#retire(seat);
      throw error;
    }
  }

  /** Ends every browser; its profile goes with it. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((seat) => this.#end(seat)));
  }

  #findSeat(): Seat {
    if (this.#current !== null && this.#current.pages < this.#options.pagesPerBrowser)
      return this.#current;
    if (this.#current !== null) void this.#retire(this.#current);
    const launched = this.#options.launch();
    const seat: Seat = { launched, pages: 0, open: 0, isRetired: false, ending: null };
    launched.then(
      ({ browser }) => browser.on("disconnected", () => void this.#retire(seat)),
      () => this.#retire(seat),
    );
    this.#all.add(seat);
    this.#current = seat;
    return seat;
  }

  async #leave(seat: Seat, context: BrowserContext, isBroken: boolean): Promise<void> {
    seat.open--;
    // A page that hangs may keep its context from closing: then its browser goes.
    const isClosed = await limitTime(
      context.close().then(
        () => true,
        () => false,
      ),
      { ms: this.#options.closeMs, late: false },
    );
    if (isBroken || !isClosed) await this.#retire(seat);
    else if (seat.isRetired && seat.open === 0) await this.#end(seat);
  }

  /** No further page goes there, and it ends with its last one. */
  async #retire(seat: Seat): Promise<void> {
    seat.isRetired = true;
    if (this.#current === seat) this.#current = null;
    if (seat.open === 0) await this.#end(seat);
  }

  #end(seat: Seat): Promise<void> {
    seat.ending ??= this.#endOnce(seat);
    return seat.ending;
  }

  async #endOnce(seat: Seat): Promise<void> {
    if (this.#current === seat) this.#current = null;
    const launched = await seat.launched.catch(() => null);
    await launched?.close().catch(() => undefined);
    this.#all.delete(seat);
  }
}

import type { Page } from "playwright-core";
import type { PageRequest } from "../../corpus/address.ts";
import type { Exchange, Fetched } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import type { BrowserSeats } from "./browser-seats.ts";
import { isShowable } from "./is-showable.ts";
import { PageFetches } from "./page-fetches.ts";
import { PageTraffic } from "./page-traffic.ts";
import { type OpenPage, readDom, readFrames } from "./read-dom.ts";
import type { RendererOptions, RenderOptions } from "./render-options.ts";
import type { Rendered } from "./rendered.ts";
import { untilStopped } from "./until-stopped.ts";
import { waitForRest } from "./wait-for-rest.ts";

interface RenderingParts {
  readonly seats: BrowserSeats;
  readonly renderer: RendererOptions;
  readonly render: RenderOptions;
  /** Ended by the caller, by a crash, and with the page. */
  readonly ending: AbortController;
}

/** One address rendered once. */
export class PageRendering {
  readonly #parts: RenderingParts;
  readonly #fetches: PageFetches;
  readonly #before: Exchange[] = [];
  #hash = "";
  #deadline = 0;

  constructor(parts: RenderingParts) {
    this.#parts = parts;
    const { renderer, render, ending } = parts;
    const { client, limits } = renderer;
    this.#fetches = new PageFetches({ client, limits, render, signal: ending.signal });
  }

  async run(request: PageRequest): Promise<Rendered> {
    if (URL.canParse(request.url)) this.#hash = new URL(request.url).hash;
    const fetched = await this.#fetches.fetchFirst(request);
    if (!isShowable(fetched)) return this.#build(fetched, null);
    const { seats, ending } = this.#parts;
    const taking = seats.take();
    // Whoever stopped waiting for the browser has no page there.
    const seat = await untilStopped(taking, ending.signal).catch(async (error: unknown) => {
      void taking.then(({ leave }) => leave(false)).catch(() => undefined);
      const { executable } = this.#parts.renderer;
      const advice = "Start it by hand to see why, or set PLAYWRIGHT_CHROMIUM to another.";
      throw this.#describe(error, `The browser ${executable} does not start. ${advice}`);
    });
    let isBroken = true;
    try {
      const page = await untilStopped(seat.context.newPage(), ending.signal);
      const session = await untilStopped(seat.context.newCDPSession(page), ending.signal);
      const rendered = await this.#show({ page, session }, fetched);
      isBroken = false;
      return rendered;
    } catch (error) {
      isBroken = !(ending.signal.aborted || error instanceof FetchFailed) || isCrash(error);
      throw this.#describe(error, `The browser does not show ${fetched.url}.`);
    } finally {
      ending.abort(new Error("The page was left."));
      await seat.leave(isBroken);
    }
  }

  async #show(opened: OpenPage, first: Fetched): Promise<Rendered> {
    const { page } = opened;
    const { renderer, render, ending } = this.#parts;
    const { limits } = renderer;
    const traffic = new PageTraffic({ page, fetches: this.#fetches, limits, render });
    await this.#prepare(page, traffic);
    this.#deadline = performance.now() + limits.renderMs;
    let fetched = first;
    for (;;) {
      const isQuiet = await untilStopped(this.#open(page, traffic, fetched), ending.signal);
      const { move } = traffic;
      if (move === null) return this.#read(opened, fetched, { traffic, isQuiet });
      if (move.kind === "failed") throw move.error;
      if (move.kind === "host") return this.#build({ ...fetched, movedTo: move.url }, traffic);
      this.#before.push(...fetched.exchanges);
      ({ fetched } = move);
      if (!isShowable(fetched)) return this.#build(fetched, traffic);
    }
  }

  /** One window, which answers no question and opens no other. */
  async #prepare(page: Page, traffic: PageTraffic): Promise<void> {
    const { ending } = this.#parts;
    const context = page.context();
    const stop = (words: string): void => ending.abort(buildFailure("browser", words));
    page.on("crash", () => stop("The browser crashed over the page."));
    page.on("close", () => stop("The browser closed the page."));
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    context.on("page", (other) => void other.close().catch(() => undefined));
    await untilStopped(
      context.route(/^/u, (route) => traffic.handle(route)),
      ending.signal,
    );
  }

  async #open(page: Page, traffic: PageTraffic, fetched: Fetched): Promise<boolean> {
    const { limits } = this.#parts.renderer;
    const { signal } = this.#parts.ending;
    traffic.expect(fetched);
    const readDeadline = () => this.#deadline + this.#fetches.pausedMs;
    const timeout = Math.max(1, readDeadline() - performance.now());
    await page.goto(`${fetched.url}${this.#hash}`, { waitUntil: "commit", timeout });
    return waitForRest(page, traffic, {
      quietMs: limits.quietMs,
      readDeadline,
      signal,
    });
  }

  async #read(
    opened: OpenPage,
    fetched: Fetched,
    { traffic, isQuiet }: { readonly traffic: PageTraffic; readonly isQuiet: boolean },
  ): Promise<Rendered> {
    const { graceMs } = this.#parts.renderer.limits;
    const { signal } = this.#parts.ending;
    const content = await untilStopped(readDom(opened, graceMs), signal);
    if (content === null) throw buildFailure("browser", `The scripts of ${fetched.url} never end.`);
    const frames = await untilStopped(readFrames(opened.page, graceMs), signal);
    return {
      ...this.#build(fetched, traffic),
      url: readUrl(opened.page, fetched),
      headers: { ...fetched.headers, "content-type": "text/html; charset=utf-8" },
      content,
      mediaType: "text/html",
      charset: "utf-8",
      rendered: true,
      frames,
      isQuiet,
    };
  }

  /** The answer as it came. */
  #build(fetched: Fetched, traffic: PageTraffic | null): Rendered {
    const answers = [...(traffic?.answers ?? [])];
    const [first = fetched.exchanges[0], ...rest] = [...this.#before, ...fetched.exchanges];
    return {
      ...fetched,
      exchanges: [first, ...rest],
      rendered: false,
      answers,
      fetched: answers.flatMap((answer) => answer.fetched.exchanges),
      frames: [],
      requests: this.#fetches.requests,
      isQuiet: true,
      refused: traffic?.refused ?? [],
    };
  }

  /** Whatever broke by the end, it is the reason of the end that is told. */
  #describe(error: unknown, words: string): unknown {
    const { signal } = this.#parts.ending;
    if (signal.aborted) return signal.reason;
    if (error instanceof FetchFailed) return error;
    const told = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return buildFailure("browser", `${words} (${told})`, { cause: error });
  }
}

function isCrash(error: unknown): boolean {
  return error instanceof FetchFailed && error.failure === "browser";
}

/** Where scripts left the page, without fragment: by that address its links are read. */
function readUrl(page: Page, { url }: Fetched): string {
  const shown = URL.canParse(page.url()) ? new URL(page.url()) : new URL(url);
  if (!/^https?:$/u.test(shown.protocol)) return url;
  shown.hash = "";
  return shown.href;
}

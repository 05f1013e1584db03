import { setMaxListeners } from "node:events";
import type { PageRequest } from "../../corpus/address.ts";
import { BrowserSeats } from "./browser-seats.ts";
import { launchChromium } from "./launch-chromium.ts";
import { PageRendering } from "./page-rendering.ts";
import {
  defaultLimits,
  type RendererOptions,
  type RenderLimits,
  type RenderOptions,
} from "./render-options.ts";
import type { Rendered } from "./rendered.ts";

/** Shows addresses in a browser that is started with the first page; `close` ends all that is under way. */
export class Renderer {
  readonly #options: RendererOptions;
  readonly #seats: BrowserSeats;
  readonly #underWay = new Map<AbortController, Promise<unknown>>();
  #isClosed = false;

  constructor(options: RendererOptions) {
    this.#options = options;
    const { executable, userAgent, limits } = options;
    this.#seats = new BrowserSeats({
      launch: () => launchChromium(executable),
      pagesPerBrowser: limits.pagesPerBrowser,
      closeMs: limits.graceMs,
      context: {
        userAgent,
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
        acceptDownloads: false,
        permissions: [],
        serviceWorkers: "block",
      },
    });
  }

  /**
   * Fetches an address with the client and shows it until it is at rest. A page that never is gives what it has by then.
   * What is no page, leads to another host or is a challenge comes back as it is, without any script run. Throws what the
   * client throws, FetchFailed `browser` where the browser breaks, and the reason of `signal` on abort.
   */
  async render(request: PageRequest, render: RenderOptions): Promise<Rendered> {
    const ending = new AbortController();
    const { signal } = render;
    const abort = (): void => ending.abort(signal.reason);
    setMaxListeners(0, signal, ending.signal);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    else if (this.#isClosed) this.#stop(ending);
    const parts = { seats: this.#seats, renderer: this.#options, render, ending };
    const rendering = new PageRendering(parts).run(request);
    this.#underWay.set(ending, rendering);
    try {
      return await rendering;
    } finally {
      signal.removeEventListener("abort", abort);
      this.#underWay.delete(ending);
    }
  }

  /** Resolves when no process and no profile of a browser is left. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const rendering = [...this.#underWay.values()];
    for (const ending of this.#underWay.keys()) this.#stop(ending);
    await Promise.allSettled(rendering);
    await this.#seats.close();
  }

  #stop(ending: AbortController): void {
    ending.abort(new Error("The browser was closed."));
  }
}

/** What must be given, and what may. */
export type GivenRendererOptions = Omit<RendererOptions, "limits"> & {
  readonly limits?: Partial<RenderLimits>;
};

/** A renderer with the browser of `findChromium`; nothing is started yet. */
export function openRenderer({ limits, ...options }: GivenRendererOptions): Renderer {
  return new Renderer({ ...options, limits: { ...defaultLimits, ...limits } });
}

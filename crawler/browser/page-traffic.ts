import type { Frame, Page, Request, Route } from "playwright-core";
import type { PageRequest } from "../../corpus/address.ts";
import type { Fetched } from "../http/exchange.ts";
import { FetchFailed } from "../http/fetch-failed.ts";
import { buildFulfilment } from "./build-fulfilment.ts";
import { buildPageRequest } from "./build-page-request.ts";
import { isDataAnswer } from "./is-data-answer.ts";
import type { PageFetches } from "./page-fetches.ts";
import type { RenderLimits, RenderOptions } from "./render-options.ts";
import type { DataAnswer } from "./rendered.ts";

/** Where a page's scripts lead: another document, another host, or nowhere (a failure). */
export type Move =
  | { readonly kind: "document"; readonly fetched: Fetched }
  | { readonly kind: "host"; readonly url: string }
  | { readonly kind: "failed"; readonly error: FetchFailed };

interface TrafficParts {
  readonly page: Page;
  readonly fetches: PageFetches;
  readonly limits: RenderLimits;
  readonly render: RenderOptions;
}

const mostRefused = 200;
const furtherTypes = new Set(["script", "xhr", "fetch", "document"]);

/**
 * Every request of one page: answered by the crawler's own client, or refused. Images, fonts and media are not asked
 * for, style sheets are empty, and no document replaces the one that was given.
 */
export class PageTraffic {
  readonly answers: DataAnswer[] = [];
  readonly #parts: TrafficParts;
  readonly #refused = new Set<string>();
  readonly #visited = new Set<string>();
  /** Documents of frames that a redirect led to, until the frame goes there. */
  readonly #redirected = new Map<string, Fetched>();
  #expected: Fetched | null = null;
  #current = "";
  #moves = 0;
  #underWay = 0;
  #lastAt = performance.now();
  #move: Move | null = null;

  constructor(parts: TrafficParts) {
    this.#parts = parts;
  }

  get refused(): readonly string[] {
    return [...this.#refused];
  }

  /** Where the page's scripts lead, null while they lead nowhere. */
  get move(): Move | null {
    return this.#move;
  }

  /** Milliseconds without any request under way, 0 while there is one. */
  findRest(): number {
    return this.#underWay > 0 ? 0 : performance.now() - this.#lastAt;
  }

  /** The next document of the page is this answer. */
  expect(fetched: Fetched): void {
    this.#expected = fetched;
    this.#current = fetched.url;
    this.#visited.add(buildKey({ url: fetched.url, method: "GET", body: null }));
    this.#move = null;
  }

  async handle(route: Route): Promise<void> {
    this.#underWay++;
    try {
      await this.#answer(route);
    } catch {
      // Whatever broke, the page is told that nothing came; where the page is gone, nobody need be told.
      await route.abort("failed").catch(() => undefined);
    } finally {
      this.#underWay--;
      this.#lastAt = performance.now();
    }
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const type = request.resourceType();
    const frame = findFrame(request);
    if (frame?.page() !== this.#parts.page) return route.abort("blockedbyclient");
    if (type === "stylesheet") return route.fulfill({ contentType: "text/css", body: "" });
    const wanted = furtherTypes.has(type) ? readRequest(request) : null;
    if (wanted === null) return route.abort("blockedbyclient");
    if (type === "document" && frame === this.#parts.page.mainFrame())
      return this.#answerDocument(route, wanted);
    if (!(await this.#mayFetch(wanted.url))) return route.abort("blockedbyclient");
    return this.#answerFurther(route, wanted);
  }

  async #answerDocument(route: Route, wanted: PageRequest): Promise<void> {
    const expected = this.#expected;
    if (expected !== null && wanted.url === expected.url) {
      this.#expected = null;
      return route.fulfill(buildFulfilment(expected, "document"));
    }
    await this.#findMove(wanted);
    return route.abort("aborted");
  }

  /** Looks where the page leads before it goes there; files, and what was shown already, leave the page as it is. */
  async #findMove(wanted: PageRequest): Promise<void> {
    if (new URL(wanted.url).hostname !== new URL(this.#current).hostname) {
      this.#move ??= { kind: "host", url: wanted.url };
      return;
    }
    const key = buildKey(wanted);
    if (this.#visited.has(key) || this.#moves >= this.#parts.limits.mostMoves) return;
    if (!(await this.#mayFetch(wanted.url))) return;
    this.#visited.add(key);
    this.#moves++;
    try {
      const fetched = await this.#parts.fetches.fetchFurther(wanted);
      const isPage = fetched.movedTo !== null || fetched.mediaType === "text/html";
      if (isPage) this.#move ??= { kind: "document", fetched };
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      this.#move ??= { kind: "failed", error };
    }
  }

  async #answerFurther(route: Route, wanted: PageRequest): Promise<void> {
    const type = route.request().resourceType();
    const fetched = await this.#fetchFurther(wanted);
    if (type === "document") {
      if (fetched.mediaType !== "text/html") return route.abort("aborted");
      // The browser takes no redirect from us: the frame is sent on, so that its own links lead where they should.
      if (fetched.url !== wanted.url) {
        this.#redirected.set(fetched.url, fetched);
        return route.fulfill({ contentType: "text/html", body: buildForwarding(fetched.url) });
      }
    }
    const isGood = fetched.status >= 200 && fetched.status < 300;
    if (isGood && isDataAnswer(type, fetched)) this.answers.push({ request: wanted, fetched });
    return route.fulfill(buildFulfilment(fetched, type));
  }

  /** The answer, one of an error too: pages read what those say. */
  async #fetchFurther(wanted: PageRequest): Promise<Fetched> {
    const redirected = this.#redirected.get(wanted.url);
    if (redirected !== undefined && this.#redirected.delete(wanted.url)) return redirected;
    try {
      return await this.#parts.fetches.fetchWherever(wanted);
    } catch (error) {
      if (error instanceof FetchFailed && error.failure === "too-large") this.#refuse(wanted.url);
      if (error instanceof FetchFailed && error.fetched !== null) return error.fetched;
      throw error;
    }
  }

  async #mayFetch(url: string): Promise<boolean> {
    const may = await this.#parts.render.mayFetch(url);
    if (!may) this.#refuse(url);
    return may;
  }

  #refuse(url: string): void {
    if (this.#refused.size < mostRefused) this.#refused.add(url);
  }
}

/** Null where the request is of no frame: of a worker, or of a window that is not there yet. */
function findFrame(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** A page that leads on to an address. */
function buildForwarding(url: string): string {
  const escaped = JSON.stringify(url).replaceAll("<", "\\u003c");
  return `<script>location.replace(${escaped})</script>`;
}

function readRequest(request: Request): PageRequest | null {
  return buildPageRequest({
    url: request.url(),
    method: request.method(),
    headers: request.headers(),
    body: request.postData(),
  });
}

function buildKey({ url, method, body }: Pick<PageRequest, "url" | "method" | "body">): string {
  return `${method} ${url}\n${body ?? ""}`;
}

import type { HttpClient } from "../http/http-client.ts";
import type { VisitOptions } from "../http/page-visit.ts";

/**
 * How one page is rendered. `mayFetch` says of each further address whether it may be asked for: in the source's scope
 * and allowed by robots.txt. `mayFollow` is that of the HTTP client, for redirects. `pauseMs` lies between two requests of
 * the page to one host, in milliseconds; none where it is left out.
 */
export interface RenderOptions extends Pick<VisitOptions, "habits" | "signal" | "mayFollow"> {
  readonly mayFetch: (url: string) => Promise<boolean> | boolean;
  readonly pauseMs?: number;
}

/** What bounds a page; times in milliseconds. */
export interface RenderLimits {
  /** From the first document to the DOM, pauses between requests not counted. */
  readonly renderMs: number;
  /** How long network and DOM must be at rest. */
  readonly quietMs: number;
  /** How long a page that does not answer is given to hand over its DOM. */
  readonly graceMs: number;
  /** Further requests of one page. */
  readonly mostRequests: number;
  /** What these may bring together, in bytes. */
  readonly mostBytes: number;
  /** Documents that scripts may lead to, one after the other. */
  readonly mostMoves: number;
  /** After so many pages the browser is started anew: its memory only grows. */
  readonly pagesPerBrowser: number;
}

export const defaultLimits: RenderLimits = {
  renderMs: 30_000,
  quietMs: 500,
  graceMs: 5_000,
  mostRequests: 50,
  mostBytes: 50_000_000,
  mostMoves: 3,
  pagesPerBrowser: 50,
};

/** `client` asks for everything that the browser shows; `userAgent` is what pages are told, the same as the client's. */
export interface RendererOptions {
  readonly executable: string;
  readonly client: Pick<HttpClient, "fetch">;
  readonly userAgent: string;
  readonly limits: RenderLimits;
}

import { buildRequest } from "../../corpus/address.ts";
import type { Source } from "../../corpus/source.ts";
import { BrowserMissing } from "../browser/browser-missing.ts";
import { openBrowser } from "../browser/open-browser.ts";
import type { Renderer } from "../browser/open-renderer.ts";
import type { Rendered } from "../browser/rendered.ts";
import type { Fetched, HostHabits } from "../http/exchange.ts";
import type { HttpClient } from "../http/http-client.ts";
import { isInScope } from "../links/is-in-scope.ts";
import { computePagePause, type PaceBounds } from "../manners/compute-delay.ts";
import type { RobotsRules } from "../manners/parse-robots.ts";

export interface FetchDeps {
  readonly client: Pick<HttpClient, "fetch">;
  /** For what a browser must show. Throws BrowserMissing. */
  readonly openRenderer?: () => Promise<Renderer>;
  /** Its reason is thrown on abort. */
  readonly signal: AbortSignal;
  /** Polite where it is left out. */
  readonly pace?: PaceBounds;
}

/** Whose page it is; pages are fetched by HTTP and are of no source yet where nothing else is said. */
export type VisitScope = Pick<Source, "entry"> &
  Partial<Pick<Source, "id" | "render" | "division">>;

/**
 * How a host is asked for an address; `robots` judges redirects, and what a page asks for that a browser shows. It is
 * null for robots.txt itself, which needs no browser.
 */
export interface Asking {
  readonly scope: VisitScope;
  readonly robots: RobotsRules | null;
  readonly habits: HostHabits;
  /** How long the host takes to answer, null where that is not known. Milliseconds. */
  readonly responseMs: number | null;
}

/** What fetches an address as its source is to be read. Throws FetchFailed where it needs a browser and there is none. */
export async function openFetch(
  { scope, robots, habits, responseMs }: Asking,
  { client, signal, openRenderer = openNone, pace }: FetchDeps,
): Promise<(url: string) => Promise<Fetched | Rendered>> {
  const options = { habits, signal };
  if (robots === null)
    return (url) => client.fetch(buildRequest(url), { ...options, validators: null });
  const mayFollow = (target: string) => robots.judge(target) === "allowed";
  if (scope.render !== "browser")
    return (url) => client.fetch(buildRequest(url), { ...options, validators: null, mayFollow });
  const renderer = await openBrowser(openRenderer);
  return (url) => {
    const { host } = new URL(url);
    // Other hosts have a robots.txt and a pause of their own, which nobody keeps here.
    const mayFetch = (target: string) =>
      new URL(target).host === host && isInScope(target, scope) && mayFollow(target);
    const pauseMs = computePagePause({ crawlDelayMs: robots.crawlDelayMs, responseMs }, pace);
    return renderer.render(buildRequest(url), { ...options, mayFollow, mayFetch, pauseMs });
  };
}

async function openNone(): Promise<never> {
  throw new BrowserMissing("This page needs a browser, and none was given.");
}

import { noHints, noTrail } from "../../corpus/address.ts";
import type { DivisionPath } from "../../corpus/division.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { FailureCause } from "../../corpus/failure.ts";
import type { Render } from "../../corpus/source.ts";
import { FetchFailed } from "../http/fetch-failed.ts";
import { compactWords } from "../links/compact-words.ts";
import { findAddresses } from "../links/find-addresses.ts";
import { discoveryBounds, findColumns, type ScoredAddress } from "../links/find-columns.ts";
import { findFrames } from "../links/find-frames.ts";
import { isInScope } from "../links/is-in-scope.ts";
import { readPlace } from "../links/read-place.ts";
import { columnTitle } from "../links/report-words.ts";
import type { PortalPage } from "../portals/portal.ts";
import { buildEntryKey } from "./build-entry-key.ts";
import { guessAgency, guessSite, type SiteGuess } from "./guess-place.ts";
import { buildPortalPage, findFamily, lookAtColumn } from "./look-at-column.ts";
import { PoliteVisitor, type VisitedPage, type VisitorDeps } from "./polite-visitor.ts";

/** So many of the columns found are looked at, the best ones; the others are told as found. */
const mostLookedAt = 20;
const ownScore = 100;
const moduleScore = 90;

/** A column of annual reports as discovery found it; what only a look at it tells is null where it was not looked at. */
export interface FoundColumn {
  readonly url: string;
  /** The words of the link that leads to it. */
  readonly text: string;
  /** The address of the page that the link stands on; null for the entry itself. */
  readonly via: string | null;
  /** Links followed from the entry. */
  readonly steps: number;
  /** 0 to 100, the higher the surer. */
  readonly score: number;
  readonly family: string | null;
  /** Newest first. */
  readonly years: readonly number[] | null;
  readonly reports: number | null;
  readonly agency: string | null;
  readonly division: DivisionPath | null;
}

/** An address that gave nothing, with a sentence for a person. */
export interface FailedPage {
  readonly url: string;
  readonly failure: FailureCause;
  readonly message: string;
}

/** What discovery found from an entry. `isWhole` is false where it ended before all promising pages were looked at. */
export interface Discovery {
  readonly entry: string;
  readonly title: string | null;
  readonly family: string | null;
  readonly division: DivisionPath | null;
  /** Best first. */
  readonly columns: readonly FoundColumn[];
  readonly pages: number;
  readonly failures: readonly FailedPage[];
  readonly isWhole: boolean;
}

export interface DiscoveryDeps extends VisitorDeps {
  readonly gazetteer: Gazetteer;
  /** How the pages are read; by HTTP where it is left out. */
  readonly render?: Render;
  /** Whose portal it is, where that is known: it may bound which hosts are its own. */
  readonly division?: string | null;
  /** Called before each page. */
  readonly onProgress?: (progress: DiscoveryProgress) => void;
}

/** `pages` were asked for, `waiting` are known and not asked for yet, `found` are the columns so far. */
export interface DiscoveryProgress {
  readonly url: string;
  readonly pages: number;
  readonly waiting: number;
  readonly found: number;
}

interface Step {
  readonly address: ScoredAddress;
  readonly via: string | null;
}

/**
 * Goes from the entry of a portal to its columns of annual reports, best links first, at most 3 steps and 200 pages, by
 * the manners of PoliteVisitor and within the scope of the entry. A challenge ends it. Throws FetchFailed where the entry
 * itself gives nothing, and the reason of an abort.
 */
export async function discoverColumns(entry: string, deps: DiscoveryDeps): Promise<Discovery> {
  const visitor = new PoliteVisitor(deps);
  deps.onProgress?.({ url: entry, pages: 0, waiting: 0, found: 0 });
  const { render = "http", division = null } = deps;
  const home = await visitor.fetchPage(entry, { entry, render, division });
  return new DiscoveryWalk(entry, { home, visitor, deps }).run();
}

class DiscoveryWalk {
  readonly #entry: string;
  readonly #home: VisitedPage;
  readonly #visitor: PoliteVisitor;
  readonly #deps: DiscoveryDeps;
  readonly #guess: SiteGuess;
  readonly #known = new Set<string>();
  readonly #columns: FoundColumn[] = [];
  readonly #failures: FailedPage[] = [];
  #waiting: Step[] = [];
  #pages = 1;
  #isStopped = false;

  constructor(
    entry: string,
    parts: {
      readonly home: VisitedPage;
      readonly visitor: PoliteVisitor;
      readonly deps: DiscoveryDeps;
    },
  ) {
    this.#entry = entry;
    this.#home = parts.home;
    this.#visitor = parts.visitor;
    this.#deps = parts.deps;
    this.#guess = guessSite(parts.home, parts.deps.gazetteer);
    for (const url of [entry, parts.home.url]) this.#known.add(buildEntryKey(url));
  }

  async run(): Promise<Discovery> {
    const page = buildPortalPage(this.#home, "entry");
    if (readPlace(page).isReportColumn) this.#keepOwn();
    else this.#collect(this.#home);
    let lookedAt = 0;
    while (!this.#isStopped && this.#pages < discoveryBounds.pages) {
      const step = this.#takeBest();
      if (step === undefined) break;
      const isColumn = step.address.role === "column";
      if (isColumn && lookedAt >= mostLookedAt) this.#keep(step, null);
      else await this.#visit(step);
      if (isColumn) lookedAt++;
    }
    return this.#finish(page);
  }

  #finish(page: ReturnType<typeof buildPortalPage>): Discovery {
    const isWhole = !this.#isStopped && this.#waiting.length === 0;
    for (const step of this.#waiting) if (step.address.role === "column") this.#keep(step, null);
    return {
      entry: this.#home.url,
      title: this.#guess.site.name ?? this.#guess.site.title,
      family: this.#columns.find(({ family }) => family !== null)?.family ?? findFamily(page),
      division: this.#guess.division,
      columns: this.#columns.toSorted((one, other) => other.score - one.score),
      pages: this.#pages,
      failures: this.#failures,
      isWhole,
    };
  }

  async #visit(step: Step): Promise<void> {
    const { address } = step;
    const { url } = address.request;
    const progress = { pages: this.#pages, waiting: this.#waiting.length };
    this.#deps.onProgress?.({ url, ...progress, found: this.#columns.length });
    this.#pages++;
    try {
      const { render = "http", division = null } = this.#deps;
      const scope = { entry: this.#entry, render, division };
      const visited = await this.#visitor.fetchPage(url, scope);
      if (address.role === "column") this.#keep(step, visited);
      else this.#collect(visited, address);
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      this.#failures.push({ url, failure: error.failure, message: error.message });
      this.#isStopped = error.next === "stop-host";
      // What may answer another day is a column all the same.
      if (address.role === "column" && error.next !== "give-up") this.#keep(step, null);
    }
  }

  /** Takes in what a page leads to; a frame is a part of its page. */
  #collect(visited: VisitedPage, way: Partial<Pick<ScoredAddress, "hints" | "trail">> = {}): void {
    const { hints = noHints, trail = noTrail } = way;
    const page = buildPortalPage(visited, "entry", { hints, trail });
    const frames = findFrames(page).map((frame) => ({ ...frame, score: ownScore }));
    for (const address of [...findColumns(page), ...findModules(page), ...frames]) {
      const { url } = address.request;
      const key = buildEntryKey(url);
      const isFar = (address.trail?.steps ?? 0) > discoveryBounds.steps;
      if (
        isFar ||
        this.#known.has(key) ||
        !isInScope(url, { entry: this.#entry, division: this.#deps.division ?? null })
      )
        continue;
      this.#known.add(key);
      this.#waiting.push({ address, via: visited.url });
    }
  }

  /** Several links may lead to one page by redirects. */
  #isKnown(url: string): boolean {
    return this.#columns.some((column) => buildEntryKey(column.url) === buildEntryKey(url));
  }

  #takeBest(): Step | undefined {
    const [best] = this.#waiting.toSorted((one, other) => other.address.score - one.address.score);
    if (best) this.#waiting = this.#waiting.filter((step) => step !== best);
    return best;
  }

  #keepOwn(): void {
    const words = this.#guess.site.title ?? "";
    const { family, years, reports } = lookAtColumn(this.#home);
    const { agency, division } = this.#guess;
    const place = { via: null, steps: 0, score: ownScore, agency, division };
    this.#columns.push({ url: this.#home.url, text: words, family, years, reports, ...place });
  }

  #keep({ address, via }: Step, visited: VisitedPage | null): void {
    const { hints, score, trail } = address;
    const url = visited?.url ?? address.request.url;
    if (url !== address.request.url && this.#isKnown(url)) return;
    const view = visited && lookAtColumn(visited);
    this.#columns.push({
      url,
      text: hints.text,
      via,
      steps: trail?.steps ?? 0,
      score,
      family: view?.family ?? null,
      years: view?.years ?? null,
      reports: view?.reports ?? null,
      ...guessAgency(hints.agency, { guess: this.#guess, address: url }, this.#deps.gazetteer),
    });
  }
}

/** Links that are named as a column and lead to a page that is a report itself, with others a click away: computed addresses. */
function findModules(page: PortalPage): readonly ScoredAddress[] {
  return findAddresses(page)
    .filter(({ role, hints }) => role === "report" && hints.year === null)
    .filter(({ hints }) => columnTitle.test(compactWords(hints.text)))
    .map((found) => ({ ...found, role: "column", score: moduleScore }));
}

import { EngineUnavailable } from "../search/engine/engine-errors.ts";
import type { Search } from "../search/main.ts";
import type { ServedSearch } from "../server/build-app-deps.ts";
import type { CommandContext } from "./command.ts";
import { type HeldParts, openSearchOver } from "./open-parts.ts";

/** A search that is opened while other work goes on. */
export interface SearchToCome {
  /** Opens it where nobody did; rejects where it cannot be opened, and tries again when it is asked some time later. */
  readonly open: () => Promise<Search>;
  /** Stands for it: until it is open every search is told to come again. */
  readonly served: ServedSearch;
  /** Closes it, where it was opened. */
  readonly close: () => Promise<void>;
}

/** What has failed is not tried again sooner. Milliseconds. */
const retryMs = 10_000;

interface Begun {
  search: Promise<Search> | null;
  opened: Search | null;
}

/** Readies the search over these parts; nothing is started before it is opened, so that crawls come first. */
export function prepareSearch(parts: HeldParts, context: CommandContext): SearchToCome {
  const begun: Begun = { search: null, opened: null };
  const begin = (): Promise<Search> => {
    const search = openSearchOver(parts, context);
    search.then(
      (opened) => (begun.opened = opened),
      // Who waits for it hears of the error.
      () => void setTimeout(() => (begun.search = null), retryMs).unref(),
    );
    return search;
  };
  const open = () => (begun.search ??= begin());
  return {
    open,
    served: standIn(begun),
    close: async () => {
      const search = await begun.search?.catch(() => null);
      await search?.close();
    },
  };
}

/** @throws EngineUnavailable before the search is open, by each of its functions but the health. */
function standIn(begun: Begun): ServedSearch {
  const need = (): Search => {
    if (begun.opened !== null) return begun.opened;
    throw new EngineUnavailable("The search engine is being started.", { timedOut: false });
  };
  return {
    search: async (query) => need().search(query),
    exportSearch: async (query, loadCaptured) => need().exportSearch(query, loadCaptured),
    simplify: (text) => need().simplify(text),
    buildMarker: (query, texts) => need().buildMarker(query, texts),
    engine: {
      isHealthy: async () => begun.opened !== null && begun.opened.engine.isHealthy(),
      countDocuments: async (index) => need().engine.countDocuments(index),
    },
  };
}

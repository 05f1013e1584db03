import { type SourceState, type SourceStateName, sourceStates } from "../../corpus/source-state.ts";
import type { SourcesQuery } from "./sources-query.ts";

/** The sources of one page; `counts` of the states are those without the filter by state. */
export interface ChosenSources {
  readonly total: number;
  readonly sources: readonly SourceState[];
  readonly counts: ReadonlyMap<SourceStateName, number>;
}

/** Those of the sources that hold every word, are in the state, and stand on the page. */
export function chooseSources(
  all: readonly SourceState[],
  { q, state, page }: SourcesQuery,
  size: number,
): ChosenSources {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = all.filter((source) => {
    const text = describe(source);
    return words.every((word) => text.includes(word));
  });
  const chosen = fitting.filter((source) => state === undefined || source.state === state);
  const count = (name: SourceStateName) => fitting.filter(({ state }) => state === name).length;
  return {
    total: chosen.length,
    sources: chosen.slice((page - 1) * size, page * size),
    counts: new Map(sourceStates.map((name) => [name, count(name)])),
  };
}

function describe({ id, agency, entry, notes, division, region }: SourceState): string {
  const names = region.map(({ name }) => name);
  return [id, agency, entry, notes, division, ...names].join("\n").toLowerCase();
}

import type { SourceState, SourceStateName } from "../../corpus/source-state.ts";

const order: readonly SourceStateName[] = [
  "running",
  "wanted",
  "person",
  "waiting",
  "paused",
  "idle",
  "off",
];

/** What goes on and what somebody should look at comes first, what nobody asked for last; else as they were given. */
export function orderSources(sources: readonly SourceState[]): readonly SourceState[] {
  return sources.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

import { sourceStateLabels, type SourceStateName } from "../../corpus/source-state.ts";

export function StateBadge({ state }: { readonly state: SourceStateName }) {
  return <span class={`state-badge state-${state}`}>{sourceStateLabels[state]}</span>;
}

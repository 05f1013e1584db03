import type { EngineAnswer } from "../engine/engine.ts";

/** Every section has exactly one kind, and counts of facets have no ceiling as the engine's own total has. */
export function sumSections(answer: EngineAnswer | undefined): number {
  return Object.values(answer?.facets["section"] ?? {}).reduce((sum, count) => sum + count, 0);
}

import type { SectionKind } from "../../corpus/section.ts";
import { listWanted, type QueryPlan } from "../planner.ts";
import { findSectionIntents, findTableSections } from "./section-intents.ts";

/** The parts of a report that a query asks about: by its words or, without any, those that hold the numbers asked for. */
export function findAskedSections(plan: QueryPlan): ReadonlySet<SectionKind> {
  const words = listWanted(plan).map(({ pieces }) => pieces.join(""));
  return words.length > 0 ? findSectionIntents(words) : findTableSections(plan.parsed.conditions);
}

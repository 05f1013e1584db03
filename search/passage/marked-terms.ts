import { knownFacts } from "../../corpus/forms/known-facts.ts";
import { listWanted, type QueryPlan } from "../planner.ts";
import { buildTerm, type QueryTerm } from "../query-terms.ts";

/** What is marked for a query: its words or, without any, the rows that hold the numbers asked for. */
export function listMarkedTerms(plan: QueryPlan): readonly QueryTerm[] {
  const wanted = listWanted(plan);
  if (wanted.length > 0) return wanted;
  const rows = plan.parsed.conditions.map(({ fact }) => knownFacts.get(fact)?.label.split("·")[0]);
  return [...new Set(rows)].flatMap((row) => (row === undefined ? [] : buildTerm([row], true)));
}

import { listWanted, type Language, type QueryPlan } from "../planner.ts";
import { buildQueryTerms } from "../query-terms.ts";
import type { TextNode } from "../language/parsed-query.ts";

/** The typed parts that are asked for, words with `+` where they were cut into several that are looked for apart. */
export function labelWords(plan: QueryPlan, language: Language): readonly TextNode[] {
  const asked = new Set(listWanted(plan).map(({ grams }) => grams.words));
  return plan.used.map((node) => {
    if (node.kind !== "words" || node.excluded) return node;
    const [{ wanted }] = buildQueryTerms([node], language).alternatives;
    const isAsked = wanted.every(({ grams }) => asked.has(grams.words));
    if (wanted.length < 2 || !isAsked) return node;
    return { ...node, text: wanted.map(({ pieces }) => pieces.join("")).join(" + ") };
  });
}

import type { PlainSort, Sort } from "../query.ts";

const rules: Readonly<Record<PlainSort, readonly string[]>> = {
  relevance: [],
  newest: ["year:desc"],
  oldest: ["year:asc"],
  publishedNewest: ["published:desc"],
  publishedOldest: ["published:asc"],
  added: ["added:desc"],
};

/**
 * The engine's rules for an order of hits; sections without a date come last. None for an order by a fact, which the
 * engine does not know: see facts/order-by-fact.ts.
 */
export function buildSortRules(sort: Sort): readonly string[] {
  return isPlainSort(sort) ? rules[sort] : [];
}

function isPlainSort(sort: Sort): sort is PlainSort {
  return Object.hasOwn(rules, sort);
}

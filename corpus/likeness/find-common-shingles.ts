import { buildShingles } from "./build-shingles.ts";

/** From as many agencies on it can be told what everybody writes; of fewer a copied text would look like it. */
export const minAgencies = 30;
/** What this share of agencies writes in sections of one kind is nobody's own. */
const commonShare = 1 / 3;

/**
 * The shingles that stand in the sections of a large share of agencies, in the order of their letters: sentences that
 * everybody takes from a form or a circular. `texts` holds one text of each agency, all of one kind of section; none is
 * common among fewer than 30 agencies.
 */
export function findCommonShingles(texts: readonly string[]): readonly string[] {
  if (texts.length < minAgencies) return [];
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const shingle of buildShingles(text)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  const enough = texts.length * commonShare;
  return [...counts.keys()].filter((shingle) => (counts.get(shingle) ?? 0) >= enough).toSorted();
}

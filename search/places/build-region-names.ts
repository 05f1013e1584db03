import type { Division } from "../../corpus/division.ts";
import { findMeant } from "../../corpus/divisions/find-meant.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { RegionNames } from "./region-names.ts";
import { SpelledPlaces } from "./spelled-places.ts";

/**
 * Names and codes of places as the gazetteer has them. A place is known by its code, its name, what of it people write
 * (see `findMeant`) and its pinyin. `readHeld` gives the codes of the places with reports, which come first.
 */
export function buildRegionNames(
  gazetteer: Gazetteer,
  readHeld: (() => ReadonlySet<string>) | null = null,
): RegionNames {
  const spelled = new SpelledPlaces(gazetteer);
  return {
    nameOf: (code) => gazetteer.get(code)?.name ?? null,
    resolve: (nameOrCode) => {
      if (gazetteer.get(nameOrCode) !== undefined) return [nameOrCode];
      const meant = findMeant(nameOrCode, gazetteer);
      return sortPlaces(meant.length > 0 ? meant : spelled.find(nameOrCode), readHeld?.() ?? null);
    },
    isHeld: (code) => readHeld === null || readHeld().has(code),
  };
}

/** Those with reports first, then the larger ones, else in the order of the lists. */
function sortPlaces(
  places: readonly Division[],
  held: ReadonlySet<string> | null,
): readonly string[] {
  const rank = (code: string): number => (held?.has(code) === false ? 10 : 0) + code.length;
  const codes = places.map(({ code }) => code);
  return codes.length < 2 ? codes : codes.sort((a, b) => rank(a) - rank(b));
}

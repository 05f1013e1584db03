import type { RegionCodes } from "../documents/section-document.ts";

/** The levels of `region`, from the province down. A document's level is the depth of its place, placeholders left out. */
export const regionLevels = [
  "lvl0",
  "lvl1",
  "lvl2",
  "lvl3",
] as const satisfies readonly (keyof RegionCodes)[];
export type RegionLevel = (typeof regionLevels)[number];

/** The attribute of a level in the index. */
export function buildRegionAttribute(level: RegionLevel): string {
  return `region.${level}`;
}

const levelsByLength: ReadonlyMap<number, readonly RegionLevel[]> = new Map([
  [2, ["lvl0"]],
  [4, ["lvl1"]],
  [6, ["lvl1", "lvl2"]],
  [9, ["lvl1", "lvl2", "lvl3"]],
]);

/** The levels at which a code can stand: 天津 has its counties at the level of cities, 东莞 its towns at that of counties. */
export function listLevelsOf(code: string): readonly RegionLevel[] {
  return levelsByLength.get(code.length) ?? [];
}

/** The code and those that may stand above it, from the province down; a placeholder among them finds nothing. */
export function listAncestors(code: string): readonly string[] {
  return [2, 4, 6, 9]
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length));
}

import { cutNames, findNameSpan } from "../words/cut-names.ts";
import { type Language, listWanted, type QueryPlan } from "../planner.ts";
import type { ParsedQuery, Span } from "../language/parsed-query.ts";
import { parseQuery } from "../language/parse-query.ts";
import { listAncestors } from "../filters/region-levels.ts";
import type { SearchQuery } from "../query.ts";
import type { RegionNames } from "./region-names.ts";
import { resolveRegions } from "../filters/search-filter.ts";
import type { NamedPlace } from "../search-result.ts";

/** More places than this share a name that tells little. */
const mostNamesakes = 5;
const mostPlaces = 10;

/** A word of the query with the places that it names, and where it stands; null where it cannot be taken out. */
interface Naming {
  readonly typed: string;
  readonly codes: readonly string[];
  readonly span: Span | null;
}

/**
 * The places that the words of a query name, by full name or by stem, and that are not chosen yet, in the order of the
 * words. Of places of one name those within another named place are meant, or around it, where there are such.
 */
export function findNamedPlaces(
  plan: QueryPlan,
  query: SearchQuery,
  language: Pick<Language, "regions" | "simplify">,
): readonly NamedPlace[] {
  const { regions } = language;
  const namings = dropStrangers(listNamings(plan, query.q, language));
  const chosen = new Set(resolveRegions(query, regions));
  const found = new Map<string, NamedPlace>();
  for (const { typed, codes } of namings)
    for (const code of codes.slice(0, mostNamesakes)) {
      const name = regions.nameOf(code);
      if (name === null || chosen.has(code) || found.has(code)) continue;
      const path = listAncestors(code)
        .slice(0, -1)
        .flatMap((parent) => regions.nameOf(parent) ?? []);
      const cut = cutNames(query.q, listSpans(namings, code));
      const without = asksTheSame(plan.parsed, parseQuery(cut, language)) ? cut : query.q;
      found.set(code, { code, name, path, typed, without });
    }
  return [...found.values()].slice(0, mostPlaces);
}

function listNamings(
  plan: QueryPlan,
  q: string,
  { regions, simplify }: Pick<Language, "regions" | "simplify">,
): readonly Naming[] {
  const named = listWanted(plan)
    .map(({ pieces }) => pieces.join(""))
    .filter((typed) => /^\p{Script=Han}{2,}$/u.test(typed))
    .map((typed) => ({ typed, codes: resolveWord(typed, regions) }))
    .filter(({ codes }) => codes.length > 0);
  const names = new Set(named.map(({ typed }) => typed));
  return named.map(({ typed, codes }) => ({
    typed,
    codes,
    span: findNameSpan(plan.parsed, { q, typed, names, simplify }),
  }));
}

/** A word that is more often no name (和平, 建设) names only places that have reports. */
function resolveWord(typed: string, { resolve, nameOf, isHeld }: RegionNames): readonly string[] {
  const codes = resolve(typed);
  const held = codes.filter((code) => isHeld?.(code) !== false);
  return held.length > 0 ? held : codes.filter((code) => nameOf(code) === typed);
}

function dropStrangers(namings: readonly Naming[]): readonly Naming[] {
  return namings.map((naming) => {
    const others = namings.filter((other) => other !== naming).flatMap(({ codes }) => codes);
    const near = naming.codes.filter((code) =>
      others.some((other) => isBelow(other, code) || isBelow(code, other)),
    );
    return near.length > 0 ? { ...naming, codes: near } : naming;
  });
}

/** Whether nothing but words was lost, and what was behind a name (`青山县year:2020`) has become nothing else. */
function asksTheSame(before: ParsedQuery, after: ParsedQuery): boolean {
  const [one, other] = [before, after].map(({ text, filters, conditions }) => {
    const excluded = text.filter((node) => node.kind !== "any" && node.excluded).length;
    return [
      excluded,
      ...filters.map(({ label }) => label),
      ...conditions.map(({ label }) => label),
    ];
  });
  return one?.join("|") === other?.join("|");
}

/** Where the words stand that a place as a filter makes superfluous. */
function listSpans(namings: readonly Naming[], code: string): readonly Span[] {
  return namings.flatMap(({ codes, span }) =>
    span === null || codes.some((other) => isBelow(other, code)) ? [] : [span],
  );
}

function isBelow(code: string, above: string): boolean {
  return code !== above && code.startsWith(above);
}

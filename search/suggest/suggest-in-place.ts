import type { EntryFinder } from "./entry-finder.ts";
import { listLabels } from "../language/filter-keys.ts";
import type { FilterKey } from "../language/parsed-query.ts";
import { quoteName } from "../language/quote-name.ts";
import type { SuggestEntry } from "./suggest-entry.ts";

/** What may stand where a word is being typed, with what tells it from others of its name. */
export interface Completion {
  readonly text: string;
  readonly detail: string;
}

interface Wish {
  readonly names: EntryFinder;
  readonly terms: EntryFinder;
  readonly limit: number;
}

/** A word that the grammar takes for one, whatever stands beside it. */
const plainWord = /^[\p{L}\p{N}]{2,}$/u;

/** Terms and names as words. */
export function completeWord(word: string, { names, terms, limit }: Wish): readonly Completion[] {
  const found = [...terms.find([word], limit), ...names.find([word], limit)];
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry: { name, detail } }) => ({ text: name, detail }))
    .filter(({ text }) => plainWord.test(text));
}

/** Values of a filter as they are written behind its name. */
export function completeValue(
  key: FilterKey,
  word: string,
  { names, years, limit }: Omit<Wish, "terms"> & { readonly years: readonly number[] },
): readonly Completion[] {
  if (key === "year")
    return years
      .filter((year) => String(year).startsWith(word))
      .map((year) => ({ text: String(year), detail: "" }));
  if (key === "region")
    return writePlaces(names.find([word], limit, isPlace).map(({ entry }) => entry));
  if (key === "agency") {
    const begun = names.find([word], limit, isAgency);
    // A filter asks for a part of the name, so that one character within it is enough.
    const found = begun.length > 0 ? begun : names.findHolding(word, limit, isAgency);
    return found.map(({ entry: { name, detail } }) => ({ text: quoteName(name), detail }));
  }
  return listLabels(key)
    .filter((label) => label.includes(word))
    .map((label) => ({ text: plainWord.test(label) ? label : quoteName(label), detail: "" }));
}

function isPlace({ kind }: SuggestEntry): boolean {
  return kind === "place";
}

function isAgency({ kind }: SuggestEntry): boolean {
  return kind === "agency";
}

/** Those of one name with the names above them. */
function writePlaces(places: readonly SuggestEntry[]): readonly Completion[] {
  return places.map(({ name, parents, detail }) => {
    const isShared = places.filter((other) => other.name === name).length > 1;
    return { text: isShared ? [...parents, name].join("") : name, detail };
  });
}

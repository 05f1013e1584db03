import { readUnits } from "../grams/read-units.ts";

/** A name for comparison: letters and marks of any width and case alike, without white space and quotation marks. */
export function foldName(name: string, simplify: (text: string) => string): string {
  return readUnits(simplify(name.normalize("NFKC")))
    .filter(({ text }) => text !== '"')
    .map(({ text }) => text)
    .join("");
}

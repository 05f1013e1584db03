import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Source } from "../../corpus/source.ts";
import { BadPattern, expandPattern } from "../links/expand-pattern.ts";

/** What is wrong with a source, by field; `sentence` goes on from the field's name. */
export interface FieldFault {
  readonly field: keyof Source;
  readonly sentence: string;
}

/** Any year shows whether a pattern can be computed. */
const someYear = 2024;

/** What a schema cannot tell: whether the division exists, and whether the entry can be asked for as its kind says. */
export function findSourceFaults(source: Source, gazetteer: Gazetteer): readonly FieldFault[] {
  const division = findDivisionFault(source.division, gazetteer);
  const entry = findEntryFault(source);
  return [
    ...(division === null ? [] : [{ field: "division", sentence: division } as const]),
    ...(entry === null ? [] : [{ field: "entry", sentence: entry } as const]),
  ];
}

/** Null where there is none. */
export function findDivisionFault(division: string | null, gazetteer: Gazetteer): string | null {
  if (division === null || gazetteer.get(division) !== undefined) return null;
  return `${division} is no code of the list of divisions (corpus/divisions.csv).`;
}

function findEntryFault(source: Source): string | null {
  if (source.kind === "pattern") return findPatternFault(source);
  if (/[{}]/u.test(source.entry))
    return `has braces: a computed address is of kind pattern, not ${source.kind}.`;
  return findAddressFault(source.entry);
}

function findPatternFault(source: Source): string | null {
  try {
    const [first] = expandPattern(source, [someYear]);
    if (first === undefined) return "gives no address: write at least one name within its braces.";
    return findAddressFault(first.request.url);
  } catch (error) {
    if (error instanceof BadPattern) return error.message;
    throw error;
  }
}

function findAddressFault(address: string): string | null {
  if (/\s/u.test(address) || !URL.canParse(address)) return `${address} is no address of the web.`;
  const { username, password } = new URL(address);
  return username === "" && password === "" ? null : "must hold no name and no password.";
}

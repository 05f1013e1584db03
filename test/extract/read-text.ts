import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { buildFactKey } from "../../corpus/fact.ts";
import type { Prints } from "./printed-table.ts";
import { parsePrint } from "./written-numbers.ts";
import { extractReport } from "../../indexer/extract/main.ts";

const nowhere = new Gazetteer([]);

/** Extracts a text as a file without an address, with no places known. */
export function readText(text: string): Extraction {
  return extractReport({ bytes: Buffer.from(text), file: "written", address: null }, nowhere);
}

/** The numbers of a reading by fact key. */
export function listNumbers({ facts }: Extraction): ReadonlyMap<string, number | null> {
  return new Map(facts.map((fact) => [buildFactKey(fact), fact.value]));
}

/** The numbers of a reading that are not what was printed, null aside: there must be none. */
export function listWrong(reading: Extraction, prints: Prints): readonly string[] {
  return [...listNumbers(reading)].flatMap(([key, value]) => {
    const printed = prints.get(key);
    if (value === null || printed === undefined || parsePrint(printed) === value) return [];
    return [`${key}: ${value}, printed ${printed}`];
  });
}

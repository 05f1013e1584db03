import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { buildFactKey } from "../../corpus/fact.ts";
import type { Prints } from "../../demo/generator/printed-table.ts";
import { parsePrint } from "../../demo/generator/written-numbers.ts";
import { detectMediaType } from "../../corpus/media-type.ts";
import { readReportPage } from "../../indexer/extract/main.ts";
import { readHtmlBytes, readTextBytes } from "../../indexer/extract/page/read-markup.ts";

const nowhere = new Gazetteer([]);

/** Extracts a text or page as a file without an address, with no places known. */
export function readText(text: string): Extraction {
  const bytes = Buffer.from(text);
  const read = detectMediaType(bytes) === "text/plain" ? readTextBytes : readHtmlBytes;
  return readReportPage(read(bytes), null, nowhere);
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

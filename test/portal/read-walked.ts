import { buildFactKey } from "../../corpus/fact.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { canonicalizeAddress } from "../../crawler/links/canonicalize-address.ts";
import type { TruthReport } from "../../demo/portal/portal.ts";
import { extractReport } from "../../indexer/extract/main.ts";
import type { WalkedPage } from "./walk-sources.ts";

/** What extraction reads of a report that was walked: its page's head, and the facts of the page or else of its files. */
export interface WalkedReading {
  readonly agency: string | null;
  readonly division: string | null;
  readonly year: number | null;
  readonly facts: Readonly<Record<string, number | null>>;
}

/** Where a page of a walk lies by its address, in whatever form. */
export function findWalked(
  walked: ReadonlyMap<string, WalkedPage>,
  address: string,
): WalkedPage | null {
  return walked.get(canonicalizeAddress(address)?.key ?? address) ?? null;
}

/** Reads a report from what a walk brought; null where its page was not met. */
export async function readWalked(
  walked: ReadonlyMap<string, WalkedPage>,
  { addresses, attachments }: TruthReport,
  gazetteer: Gazetteer,
): Promise<WalkedReading | null> {
  const page = addresses.map((address) => findWalked(walked, address)).find((one) => one !== null);
  if (!page?.content) return null;
  const read = async (url: string, bytes: Uint8Array): Promise<Extraction> =>
    extractReport({ bytes, file: url, address: url }, gazetteer);
  const own = await read(page.url, page.content);
  const readings = [own];
  for (const address of attachments) {
    const file = findWalked(walked, address);
    if (own.facts.length === 0 && file?.content) readings.push(await read(file.url, file.content));
  }
  return {
    agency: own.agency?.name ?? null,
    division: own.division?.code ?? null,
    year: own.year,
    facts: Object.fromEntries(
      readings.flatMap(({ facts }) => facts.map((fact) => [buildFactKey(fact), fact.value])),
    ),
  };
}

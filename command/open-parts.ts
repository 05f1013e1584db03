import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { type Corpus, openCorpus } from "../corpus/main.ts";
import { openFactSource } from "../corpus/store/open-fact-source.ts";
import { demoDivisions } from "../demo/list-demo.ts";
import { buildRegionNames } from "../search/build-region-names.ts";
import { openSearch, type Search } from "../search/main.ts";
import type { CommandContext } from "./command.ts";

/** The parts that most commands work with. */
export interface Parts {
  readonly corpus: Corpus;
  readonly gazetteer: Gazetteer;
  readonly search: Search;
  /** Ends what this process started and closes the rest. */
  readonly close: () => Promise<void>;
}

/** All places, the fictional ones of the demo among them: every process must cut text by the same names. */
export function loadAllPlaces(): Gazetteer {
  return loadGazetteer([demoDivisions]);
}

/** Opens the store, the archive and the search, with the engine found or started. */
export async function openParts({ config, terminal }: CommandContext): Promise<Parts> {
  const corpus = await openCorpus(config);
  try {
    const gazetteer = loadAllPlaces();
    const search = await openSearch({
      ...config,
      placeNames: listNames(gazetteer),
      regions: buildRegionNames(gazetteer),
      facts: openFactSource(corpus.store),
      report: (sentence) => terminal.say(sentence),
    });
    const close = async () => {
      await search.close();
      await corpus.close();
    };
    return { corpus, gazetteer, search, close };
  } catch (error) {
    await corpus.close();
    throw error;
  }
}

function listNames(gazetteer: Gazetteer): readonly string[] {
  return [...new Set(gazetteer.divisions.map((division) => division.name))];
}

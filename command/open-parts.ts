import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { type Corpus, openCorpus } from "../corpus/main.ts";
import { openFactSource } from "../corpus/store/open-fact-source.ts";
import { demoDivisions } from "../demo/list-demo.ts";
import { openSearch, type Search } from "../search/main.ts";
import { openRegionNames } from "../server/open-region-names.ts";
import type { CommandContext } from "./command.ts";

/** The parts that need no search engine. */
export interface HeldParts {
  readonly corpus: Corpus;
  readonly gazetteer: Gazetteer;
}

/** The parts that most commands work with. */
export interface Parts extends HeldParts {
  readonly search: Search;
  /** Ends what this process started and closes the rest. */
  readonly close: () => Promise<void>;
}

/** All places, the fictional ones of the demo among them: every process must cut text by the same names. */
export function loadAllPlaces(): Gazetteer {
  return loadGazetteer([demoDivisions]);
}

/** Opens the store, the archive and the search, with the engine found or started. */
export async function openParts(context: CommandContext): Promise<Parts> {
  const held = await openHeldParts(context);
  const { corpus } = held;
  try {
    const search = await openSearchOver(held, context);
    const close = async () => {
      await search.close();
      await corpus.close();
    };
    return { ...held, search, close };
  } catch (error) {
    await corpus.close();
    throw error;
  }
}

/** Opens the store and the archive; whoever does closes the corpus. */
export async function openHeldParts({ config }: CommandContext): Promise<HeldParts> {
  return { corpus: await openCorpus(config), gazetteer: loadAllPlaces() };
}

/** Opens the search over them, with the engine found or started. */
export function openSearchOver(
  { corpus, gazetteer }: HeldParts,
  { config, terminal }: CommandContext,
): Promise<Search> {
  return openSearch({
    ...config,
    placeNames: listNames(gazetteer),
    regions: openRegionNames({ store: corpus.store, gazetteer }),
    facts: openFactSource(corpus.store),
    report: (sentence) => terminal.say(sentence),
  });
}

function listNames(gazetteer: Gazetteer): readonly string[] {
  return [...new Set(gazetteer.divisions.map((division) => division.name))];
}

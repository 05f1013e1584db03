import { agencyKindLabels } from "../corpus/agency.ts";
import { levelLabels } from "../corpus/division.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Holdings } from "../corpus/holdings.ts";
import {
  type HeldAgency,
  loadHeldAgencies,
  loadHeldPlaces,
  loadHoldings,
} from "../corpus/store/holdings.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { buildEntryFinder } from "../search/suggest/entry-finder.ts";
import { mostCountedPlaces } from "../search/facets.ts";
import { quoteName } from "../search/language/quote-name.ts";
import { openNameMemory, type ReadName } from "../search/suggest/name-memory.ts";
import { buildSuggester, type Suggester } from "../search/suggest/suggest.ts";
import type { SuggestEntry } from "../search/suggest/suggest-entry.ts";
import { readTypedText } from "../search/suggest/typed-text.ts";

/** What names are found by while they are typed; `findPlaces` gives codes, the best first, as many as a search counts. */
export interface Names {
  readonly suggest: Suggester;
  readonly findPlaces: (text: string) => readonly string[];
}

interface NameParts {
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  readonly simplify: (text: string) => string;
}

interface BuiltNames {
  readonly held: string;
  readonly names: Names;
  /** Not built anew before this, in milliseconds of the clock. */
  readonly keptUntil: number;
}

/** Building takes no more than this share of the time. */
const busyShare = 0.01;

/**
 * Opens what loads the places and agencies of which there are reports, to be found by their names. Each name is read
 * once, and what was built is given again where nothing has changed: nobody is answered while the index is built, and
 * of 50,000 names that takes a second. So while reports keep coming in, many names are built anew less often than few.
 */
export function openNames(
  { store, gazetteer, simplify }: NameParts,
  readClock: () => number = () => performance.now(),
): () => Promise<Names> {
  const readName = openNameMemory();
  let last: BuiltNames | null = null;
  return async () => {
    const entries = [
      ...(await loadPlaceEntries(store, gazetteer)),
      ...(await loadAgencyEntries(store, gazetteer)),
    ];
    const years = listYears(await loadHoldings(store));
    const held = JSON.stringify([
      years,
      entries.map(({ value, detail, reports }) => [value, detail, reports]),
    ]);
    const started = readClock();
    if (last !== null && (last.held === held || started < last.keptUntil)) return last.names;
    const names = buildNames({ entries, years, simplify, readName });
    const tookMs = readClock() - started;
    last = { held, names, keptUntil: started + tookMs / busyShare };
    return names;
  };
}

function buildNames(held: {
  readonly entries: readonly SuggestEntry[];
  readonly years: readonly number[];
  readonly simplify: (text: string) => string;
  readonly readName: (name: string) => ReadName;
}): Names {
  const { entries, years, simplify, readName } = held;
  const names = buildEntryFinder(entries, readName);
  return {
    suggest: buildSuggester({ names, years }, { simplify, readName }),
    findPlaces: (text) => {
      const { words } = readTypedText(text, simplify);
      const found = names.find(words, mostCountedPlaces, ({ kind }) => kind === "place");
      return found.map(({ entry }) => entry.value);
    },
  };
}

function listYears({ oldestYear, newestYear }: Holdings): readonly number[] {
  if (oldestYear === null || newestYear === null) return [];
  return Array.from({ length: newestYear - oldestYear + 1 }, (_, index) => oldestYear + index);
}

/** Places of which there are reports. */
async function loadPlaceEntries(
  store: Store,
  gazetteer: Gazetteer,
): Promise<readonly SuggestEntry[]> {
  const places = (await loadHeldPlaces(store)).filter((place) => place.reports > 0);
  return places.map(({ name, code, parent, level, reports }) => ({
    kind: "place",
    name,
    value: code,
    reports,
    query: { region: [code] },
    ...describePlace(gazetteer, parent, levelLabels[level]),
  }));
}

async function loadAgencyEntries(
  store: Store,
  gazetteer: Gazetteer,
): Promise<readonly SuggestEntry[]> {
  const agencies = await loadHeldAgencies(store);
  return agencies.map((agency) => ({
    kind: "agency",
    name: agency.name,
    value: agency.name,
    reports: agency.reports,
    query: buildAgencyQuery(agency),
    ...describePlace(gazetteer, agency.divisionCode, agencyKindLabels[agency.kind]),
  }));
}

/** Its name within the name of the agency; where its place is known, there, for many places have agencies of one name. */
function buildAgencyQuery({ name, kind, divisionCode }: HeldAgency): SuggestEntry["query"] {
  const q = `agency:${quoteName(name)}`;
  return divisionCode === null ? { q } : { q, region: [divisionCode], kind: [kind] };
}

/** The names from the province down to a place, and them as a line; `otherwise` where there are none. */
function describePlace(gazetteer: Gazetteer, code: string | null, otherwise: string) {
  const parents = code === null ? [] : gazetteer.path(code).map((division) => division.name);
  return { parents, detail: parents.join(" › ") || otherwise };
}

import type { Division } from "../division.ts";
import { findContradiction, listSupport, type Evidence, type Support } from "./collect-evidence.ts";
import { findWinner } from "./find-winner.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { PrintedName } from "./parse-printed-name.ts";
import { findStem } from "./short-names.ts";

/** A decided place with how sure it is (0 to 1) and the words that decided it. */
export interface Choice {
  readonly division: Division;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** How sure a name makes that is printed with its county, with another larger place, or alone and one of its kind. */
const printedWithCounty = 0.99;
const printedWithLarger = 0.97;
const printedAlone = { province: 0.97, city: 0.97, county: 0.9, township: 0.7 } as const;
const againstOthers = 0.15;

/**
 * Decides which of the places that a name may mean is meant: the one that the sources name itself, with a larger
 * place before it, or whose nearest larger place they name. Contested and contradicted ones stay undecided.
 */
export function chooseDivision(
  name: PrintedName,
  evidence: readonly Evidence[],
  gazetteer: Gazetteer,
): Choice | null {
  const places = dropInner(name.places).filter((place) => isCompatible(name, place, gazetteer));
  const [only] = places;
  if (only && places.length === 1) return confirm(name, only, { evidence, gazetteer });
  const winner = findWinner(
    places.map((division) => ({ division, support: listSupport(division, evidence, gazetteer) })),
  );
  if (!winner || findContradiction(winner.division, evidence) !== null) return null;
  const sure = Math.max(...winner.support.map(({ source }) => source.confidence));
  return {
    division: winner.division,
    confidence: round(sure - (winner.isContested ? againstOthers : 0)),
    evidence: [describePrinted(name), ...describeSupport(winner.support)],
  };
}

function confirm(
  name: PrintedName,
  division: Division,
  { evidence, gazetteer }: { evidence: readonly Evidence[]; gazetteer: Gazetteer },
): Choice | null {
  const support = listSupport(division, evidence, gazetteer).filter(({ distance }) => distance > 0);
  const isLocal = division.level === "township" || division.level === "county";
  const printed = [...name.above, ...name.unknown];
  const parent = gazetteer.get(division.parent ?? "");
  const described = [describePrinted(name), ...describeSupport(support)];
  if (printed.length > 0) {
    const isNearest =
      parent !== undefined && gazetteer.called(name.above.at(-1) ?? "").includes(parent);
    const confidence = isNearest ? printedWithCounty : printedWithLarger;
    return { division, confidence, evidence: described };
  }
  if (isLocal && findContradiction(division, evidence) !== null) return null;
  const alone = printedAlone[division.level];
  const confidence = Math.max(alone, ...support.map(({ source }) => source.confidence));
  return { division, confidence, evidence: described };
}

/** Words of no list before the name speak against every place but those whose larger places they once named (蓟县, 蓟州区). */
function isCompatible(name: PrintedName, place: Division, gazetteer: Gazetteer): boolean {
  const above = gazetteer.path(place.code).slice(0, -1);
  return name.unknown.every(
    (words) => isZone(words) || above.some((larger) => wasCalled(larger.name, words)),
  );
}

function isZone(words: string): boolean {
  return /(?:开发区|高新区|经开区|园区|新区|管理区|示范区|度假区)$/u.test(words);
}

function wasCalled(nameNow: string, words: string): boolean {
  const stem = findStem(words);
  return words.length > 1 && nameNow.startsWith(stem === words ? words.slice(0, -1) : stem);
}

/** A county that holds a township of its own name is what the name means. */
function dropInner(places: readonly Division[]): readonly Division[] {
  return places.filter(
    ({ code }) => !places.some((other) => other.code !== code && code.startsWith(other.code)),
  );
}

function describePrinted({ above, unknown, place }: PrintedName): string {
  return `名称：${[...unknown, ...above, place].join("")}`;
}

function describeSupport(support: readonly Support[]): readonly string[] {
  return [...new Set(support.map(({ source, words }) => `${source.label}：${words}`))].slice(0, 4);
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

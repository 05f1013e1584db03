import type { Agency } from "../agency.ts";
import type { Division, DivisionPath, Level } from "../division.ts";
import type { DivisionEvidence } from "../extraction.ts";
import type { AgencyWords } from "./agency-words.ts";
import {
  chooseByGenericName,
  readGenericName,
  type GenericName,
} from "./choose-by-generic-name.ts";
import { chooseDivision, type Choice } from "./choose-division.ts";
import { collectEvidence, type Evidence } from "./collect-evidence.ts";
import { findCountyByStem, findFormerPrefecture, findRenamed } from "./find-renamed.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { nameAgency } from "./name-agency.ts";
import { parsePrintedName, type PrintedName } from "./parse-printed-name.ts";
import { readInnerPlace } from "./read-inner-place.ts";
import { findStem } from "./short-names.ts";

/** Who published a report and for which place. Null is unknown or undecidable; `level` is the division's. */
export interface ResolvedAgency {
  readonly agency: Agency | null;
  readonly division: DivisionPath | null;
  readonly level: Level | null;
  readonly divisionEvidence: DivisionEvidence | null;
}

interface Decision {
  readonly agency: Agency | null;
  readonly choice: Choice | null;
}

/** Words that name a zone without saying where; many townships of the list are called so. */
const plainZone =
  /^(?:国家级|高新技术|经济技术|经济|工业|产业|高新)*(?:开发区|园区|高新区|经开区)$/u;

interface Context {
  readonly printed: string;
  readonly evidence: readonly Evidence[];
  readonly gazetteer: Gazetteer;
}

/**
 * Tells from the words of a report which body published it. A name that several places share is decided
 * by any larger place named in the title, the metadata, the portal or the text; without one it stays null,
 * and so does a name that these contradict.
 */
export function resolveAgency(words: AgencyWords, gazetteer: Gazetteer): ResolvedAgency {
  const printed = [words.printed, words.title, words.issuer].find((text) => text?.trim());
  if (!printed) return { agency: null, division: null, level: null, divisionEvidence: null };
  const context = { printed, evidence: collectEvidence(words, gazetteer), gazetteer };
  const { agency, choice } = decide(parsePrintedName(printed, gazetteer), words, context);
  const division = choice?.division ?? null;
  return {
    agency,
    division: division && gazetteer.buildPath(division),
    level: division?.level ?? null,
    divisionEvidence: choice && {
      confidence: choice.confidence,
      evidence: [...choice.evidence],
    },
  };
}

function decide(name: PrintedName, words: AgencyWords, context: Context): Decision {
  if (name.places.length > 0) return decideNamed(name, context);
  const places = findCountyByStem(name.rest, context.gazetteer);
  if (places.length > 0) return decideFormer(name, places, context);
  const cities = findFormerPrefecture(name.rest, context.gazetteer);
  if (cities.length > 0) return decideFormer(name, cities, context);
  const township = /^(?:镇|乡|街道)(?!村)(?=.{2})/u.exec(name.rest)?.[0];
  if (township === undefined) return decideGeneric(name, context);
  const rest = name.rest.slice(township.length);
  const fuller = [words.issuer, words.siteName]
    .map((text) => parsePrintedName(text ?? "", context.gazetteer))
    .find(({ place }) => place.endsWith(township));
  return decideNamed(fuller ? { ...fuller, rest } : name, context);
}

function decideNamed(name: PrintedName, context: Context): Decision {
  const { printed, evidence, gazetteer } = context;
  const choice = chooseDivision(name, evidence, gazetteer);
  const inner = findRenamed(name, choice?.division ?? null, gazetteer);
  if (inner) {
    const [only] = inner.divisions;
    const division = inner.divisions.length === 1 && only ? only : null;
    const within = choice && canHoldPrefecture(choice.division, gazetteer) ? choice.division : null;
    const agency = nameAgency({ prefix: name.prefix, ...inner, division: within }, printed);
    return { agency, choice: division && choice && rechoose(choice, division) };
  }
  if (!choice && name.above.length === 0 && plainZone.test(name.place))
    return decideGeneric({ ...name, rest: name.place + name.rest }, context);
  const division = choice?.division ?? name.places[0] ?? null;
  const place = choice?.division.name ?? (name.place === "" ? null : name.place);
  const agency = nameAgency({ prefix: name.prefix, rest: name.rest, place, division }, printed);
  return { agency, choice };
}

function decideFormer(
  name: PrintedName,
  places: readonly Division[],
  { printed, evidence, gazetteer }: Context,
): Decision {
  const choice = chooseDivision({ ...name, place: name.rest, places }, evidence, gazetteer);
  const city = places.find(({ level }) => level === "city") ?? null;
  const agency = nameAgency({ ...name, place: null, division: city }, printed);
  return { agency, choice: choice && rechoose(choice, choice.division) };
}

/** A 地区 of a province is a prefecture; one of a municipality is a township of its districts. */
function canHoldPrefecture({ code, level }: Division, gazetteer: Gazetteer): boolean {
  return level === "province" && gazetteer.children(code).some((inner) => inner.level === "city");
}

function rechoose(choice: Choice, division: Division): Choice {
  return {
    division,
    confidence: Math.round(choice.confidence * 80) / 100,
    evidence: [...choice.evidence, `今属：${division.name}`],
  };
}

function decideGeneric(name: PrintedName, { printed, evidence }: Context): Decision {
  const generic = readGenericName(name.rest) ?? { word: "", rest: name.rest };
  const isBody = /(?:[局委办厅署院所队站处室部会]|中心|政府|开发区|园区)$/u.test(generic.rest);
  const choice =
    isBody && !isOfUnknownPlace(generic) ? chooseByGenericName(generic, evidence) : null;
  const parts = choice
    ? {
        place: choice.division.name,
        division: choice.division,
        rest: dropStem(generic.rest, choice.division),
      }
    : { place: null, division: null, rest: name.rest };
  return { agency: nameAgency({ prefix: name.prefix, ...parts }, printed), choice };
}

/** 江干区教育局 is no body of the city whose portal prints it. */
function isOfUnknownPlace({ word, rest }: GenericName): boolean {
  const inner = word === "" ? readInnerPlace(rest) : null;
  return inner !== null && !(inner.rest === "" && plainZone.test(inner.place));
}

/** 惠安教育局 on 惠安县's portal is 惠安县教育局. */
function dropStem(rest: string, { name }: Division): string {
  const stem = findStem(name);
  return stem.length > 1 && rest.startsWith(stem) ? rest.slice(stem.length) : rest;
}

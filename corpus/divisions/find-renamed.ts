import type { Division } from "../division.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { PrintedName } from "./parse-printed-name.ts";
import { readInnerPlace, type InnerPlace } from "./read-inner-place.ts";
import { findStem } from "./short-names.ts";

/** A place printed under a name of no list: as printed, with what follows, and the places of today that it may be. */
export interface RenamedPlace extends InnerPlace {
  readonly divisions: readonly Division[];
}

const county = /^(.{2,8}?)[县市区](?=.*(?:[局委办厅署院所队站处室部]|委员会|中心|政府)$|$)/u;
const prefecture = /^(.{2,6})地区/u;
const zone =
  /^(.{2,6}?)(?:国家级|高新技术|高新|高科技|经济技术|经济|工业|产业|农业|生态|旅游|现代|综合)*(?:开发区|经开区|高新区|园区|工业园|产业园|示范区|度假区)/u;

/**
 * Places change their level in the course of years (乡 becomes 镇 or 街道, 县 becomes 区): a name of no list
 * inside a known place is today's place of the same stem there; an abolished one (江干区) is none. Null where
 * nothing like a place follows.
 */
export function findRenamed(
  name: PrintedName,
  within: Division | null,
  gazetteer: Gazetteer,
): RenamedPlace | null {
  const inner = readInnerPlace(name.rest);
  if (!inner) return null;
  return { ...inner, divisions: within ? listSameStem(inner.place, within, gazetteer) : [] };
}

/** Today's counties for one that is in no list (静海县, now 静海区), and for a zone named after one (舒城经开区). */
export function findCountyByStem(rest: string, gazetteer: Gazetteer): readonly Division[] {
  const stem = zone.exec(rest)?.[1] ?? county.exec(rest)?.[1];
  if (stem === undefined) return [];
  return ["县", "区", "市", "旗"]
    .flatMap((word) => gazetteer.called(stem + word))
    .filter(({ level }) => level === "county");
}

/** The city of today of a former prefecture (那曲地区, now 那曲市). */
export function findFormerPrefecture(rest: string, gazetteer: Gazetteer): readonly Division[] {
  const stem = prefecture.exec(rest)?.[1];
  if (stem === undefined) return [];
  return gazetteer.called(`${stem}市`).filter(({ level }) => level === "city");
}

function listSameStem(place: string, within: Division, gazetteer: Gazetteer): readonly Division[] {
  const stem = findStem(place);
  const same = gazetteer.children(within.code).filter(({ name }) => findStem(name) === stem);
  if (same.length > 0) return same;
  return findCountyByStem(place, gazetteer).filter(({ code }) => code.startsWith(within.code));
}

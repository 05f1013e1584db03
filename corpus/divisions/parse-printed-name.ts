import type { Division } from "../division.ts";
import type { Gazetteer } from "./gazetteer.ts";

/**
 * A printed name taken apart from the left. `places` are the places it may mean (the last of the chain),
 * `above` the larger places printed before it, `unknown` words that look like a place and are in no list,
 * `prefix` words before the place that belong to the body's name (`国家税务总局`), `rest` what follows the place.
 */
export interface PrintedName {
  readonly places: readonly Division[];
  readonly place: string;
  readonly above: readonly string[];
  readonly unknown: readonly string[];
  readonly prefix: string;
  readonly rest: string;
}

interface Chain {
  readonly places: readonly Division[];
  readonly names: readonly string[];
  readonly end: number;
}

/** The longest name in the list has 24 characters. */
const longestName = 24;
/** Long input is no name; the limit keeps hostile titles cheap. */
const longestPrinted = 80;
const notAlone = /^(?:街道|社区|城区|农场|林场|苗圃|牛场|盐场)$/u;
const betweenPlaces = /^(?:人民政府|政府|[·\-—－])/u;
const bodyPrefix =
  /^(?:中共|中国共产党|国家[\p{Script=Han}]{2,8}[局署委会]|中国[\p{Script=Han}]{2,8}[局会])$/u;
/** What follows a province's short name where its own body is meant, and what never does. */
const ofProvince =
  /^(?:(?:人民)?政府.{0,12}|[\p{Script=Han}]{1,20}(?:[局委办厅署院]|委员会|办公室))?$/u;
const notOfProvince = /^(?:[路街道桥村大省市县区州盟旗镇乡]|[东西南北中][路街]|生产建设兵团)/u;
const placeLike = /(?:[省市县区州盟旗]|地区)$/u;

/** Reads `上海市黄浦区人民政府打浦桥街道` as 上海市, 黄浦区, 打浦桥街道 and no rest. */
export function parsePrintedName(printed: string, gazetteer: Gazetteer): PrintedName {
  const bracketed = parseName(cleanPrintedName(printed), gazetteer);
  if (/[（(]/u.test(bracketed.place)) return bracketed;
  return parseName(cleanPrintedName(dropBrackets(printed)), gazetteer);
}

/** After a known county no place outside it is read: 惠安县林业局 is no body of the township 林业局. */
function parseName(printed: string, gazetteer: Gazetteer): PrintedName {
  const name = printed.slice(0, longestPrinted);
  let best: PrintedName = { places: [], place: "", above: [], unknown: [], prefix: "", rest: name };
  let bestEnd = 0;
  let knownEnd = 0;
  for (let start = 0; start < name.length - 1; start++) {
    const before = name.slice(0, start);
    const isPrefix = bodyPrefix.test(before);
    if (start > 0 && !isPrefix && (start <= knownEnd || !placeLike.test(before))) continue;
    const chain = findChain(name, { places: [], names: [], end: start }, gazetteer);
    if (chain.names.length === 0 || chain.end <= bestEnd) continue;
    if (start > 0 && !isPrefix && !isLocal(chain.places)) continue;
    bestEnd = chain.end;
    if (!isPrefix && chain.places.some(({ level }) => level !== "township")) knownEnd = chain.end;
    best = {
      places: chain.places,
      place: chain.names.at(-1) ?? "",
      above: chain.names.slice(0, -1),
      unknown: start > 0 && !isPrefix ? [before] : [],
      prefix: isPrefix ? before : "",
      rest: name.slice(chain.end),
    };
  }
  return best;
}

/** Aliases stand in brackets: 国家新闻出版署（国家版权局）. */
function dropBrackets(printed: string): string {
  return printed.slice(0, 400).replaceAll(/[（(〔【][^（）()〔〕【】]{0,60}[）)〕】]/gu, "");
}

/** The name once, without spaces, years and the words of the report's title around it. */
export function cleanPrintedName(printed: string): string {
  const name = printed
    .slice(0, 400)
    .replaceAll(/[\s\u200B\uFEFF]/gu, "")
    .replace(/^关于/u, "")
    .replaceAll(/(?:19|20)\d\d(?:年度|年)?/gu, "")
    .replace(
      /(?:政府信息|政务信息|政务|信息)公开(?:工作)?(?:年度|情况|的|总结)*(?:工作)?(?:报告|年报).*$/u,
      "",
    )
    .replace(/^(.{2,40}(?:政府|[局委办处]))\1$/u, "$1")
    .replace(/(?:的|关于|年度|政府信息公开工作|[，。、：:])+$/u, "");
  return name;
}

/** The chain of places from `chain.end` on that reaches furthest; each lies within the one before it. */
function findChain(name: string, chain: Chain, gazetteer: Gazetteer): Chain {
  let best = chain;
  const between =
    chain.names.length > 0 ? (betweenPlaces.exec(name.slice(chain.end))?.[0] ?? "") : "";
  for (const start of new Set([chain.end, chain.end + between.length])) {
    for (let end = Math.min(name.length, start + longestName); end >= start + 2; end--) {
      const words = name.slice(start, end);
      const places = listWithin(gazetteer.called(words), chain.places);
      if (places.length === 0 || (chain.names.length === 0 && notAlone.test(words))) continue;
      const next = findChain(name, { places, names: [...chain.names, words], end }, gazetteer);
      if (next.end > best.end && !isBareShortName(next, name.slice(next.end), gazetteer))
        best = next;
    }
  }
  return best;
}

/**
 * `山西` begins 山西路街道: a province's short name counts only with a place or one of its bodies behind it.
 * Where a city or county shares it (吉林, 海南) only a 厅 is sure to be the province's.
 */
function isBareShortName({ names, places }: Chain, rest: string, gazetteer: Gazetteer): boolean {
  const [only = ""] = names;
  const [place] = places;
  if (names.length !== 1 || place?.level !== "province") return false;
  if (gazetteer.named(only).length > 0 || only.endsWith("自治区")) return false;
  if (/^[\p{Script=Han}]{1,12}厅$/u.test(rest) && !notOfProvince.test(rest)) return false;
  const isShared = ["市", "县", "区", "州"].some(
    (word) => gazetteer.called(only + word).length > 0,
  );
  return isShared || notOfProvince.test(rest) || !ofProvince.test(rest);
}

function listWithin(places: readonly Division[], above: readonly Division[]): readonly Division[] {
  if (above.length === 0) return places;
  return places.filter(({ code }) =>
    above.some((place) => code !== place.code && code.startsWith(place.code)),
  );
}

/** After words of no list only a township or county can follow: 蓟县官庄镇. */
function isLocal(places: readonly Division[]): boolean {
  return places.every(({ level }) => level === "township" || level === "county");
}

import type { Division } from "../division.ts";
import type { Choice } from "./choose-division.ts";
import type { Evidence } from "./collect-evidence.ts";

/** `县` of 县教育局 and what follows it; a body without any word for its place has an empty `word`. */
export interface GenericName {
  readonly word: string;
  readonly rest: string;
}

/** Words that begin with the word for a level and do not mean it: 市场监督管理局, 乡村振兴局. */
const generic =
  /^(省|市(?![场容]|政(?!府)|民(?!政|族|宗))|县|区(?!域|划)|旗|州|盟|镇|乡(?!村)|街道)(?=.{2})/u;

const endings: Readonly<Record<string, RegExp>> = {
  省: /省$/u,
  市: /市$/u,
  县: /[县旗]$/u,
  区: /区$/u,
  旗: /旗$/u,
  州: /州$/u,
  盟: /盟$/u,
  "": /[市县区旗]$/u,
};

/** Splits `县教育局`; null for a name that begins with no word for a level. */
export function readGenericName(name: string): GenericName | null {
  const word = generic.exec(name)?.[1];
  return word === undefined ? null : { word, rest: name.slice(word.length) };
}

/**
 * The place of a body that names it only by its level: the one place of that level that the best source names.
 * Two of them in one source are left to the next to decide; a body without any word for its place is not
 * placed by prose.
 */
export function chooseByGenericName(
  { word }: GenericName,
  evidence: readonly Evidence[],
): Choice | null {
  const ending = endings[word];
  if (!ending) return null;
  let open: readonly Division[] | null = null;
  for (const { source, mentions } of evidence) {
    if (word === "" && source.key === "body") break;
    const unsure = word === "" ? 0.3 : source.key === "body" ? 0.2 : 0.1;
    const named = new Set(mentions.flatMap(({ divisions }) => divisions));
    const fitting: readonly Division[] = [...named].filter(
      (place) => ending.test(place.name) && (open === null || open.includes(place)),
    );
    const nearest = source.key === "body" ? fitting : dropLarger(fitting);
    const [only] = nearest;
    if (only && nearest.length === 1)
      return {
        division: only,
        confidence: Math.round((source.confidence - unsure) * 100) / 100,
        evidence: [`${source.label}：${only.name}`],
      };
    if (fitting.length > 0) open = nearest;
  }
  return null;
}

/** Of 泉州市 and 泉州市惠安县 the inner place is meant. */
function dropLarger(places: readonly Division[]): readonly Division[] {
  return places.filter(
    ({ code }) => !places.some((other) => other.code !== code && other.code.startsWith(code)),
  );
}

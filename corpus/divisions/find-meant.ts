import type { Division, Level } from "../division.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { findStem, listShortNames } from "./short-names.ts";

/** What people write between a place and the one above it. */
const separators = /[\s/\\›»>→·・,，、\-－—–]+/gu;
/** The longest chain of names, from the province down to a township. */
const longest = 60;

const levelsByWord: readonly (readonly [RegExp, Level])[] = [
  [/(?:镇|乡|街道|苏木)$/u, "township"],
  [/(?:地区|州|盟)$/u, "city"],
  [/[县区市旗]$/u, "county"],
];

/**
 * The places that somebody may mean who writes a name: those called so, else those of that stem (青山), else those that
 * have been of another level (静海县, now 静海区), else one behind the names of those above it
 * with or without marks between (`云陵省青山县`, `望川市/青山县`, `福建惠安`). In the order of the lists; none is no error.
 */
export function findMeant(typed: string, gazetteer: Gazetteer): readonly Division[] {
  if (typed.length > longest) return [];
  const name = typed.replaceAll(separators, "");
  const named = findNamed(name, gazetteer);
  if (named.length > 0) return named;
  const former = findFormer(name, gazetteer);
  return former.length > 0 ? former : findWithin(name, gazetteer);
}

function findNamed(name: string, gazetteer: Gazetteer): readonly Division[] {
  const called = gazetteer.called(name);
  return called.length > 0 ? called : (gazetteer.readStems().get(name) ?? []);
}

/** 县 become 区 or 市, 乡 become 镇 or 街道, and people go on writing what they were. */
function findFormer(name: string, gazetteer: Gazetteer): readonly Division[] {
  const level = levelsByWord.find(([word]) => word.test(name))?.[1];
  if (level === undefined) return [];
  const same = gazetteer.readStems().get(findStem(name)) ?? [];
  return same.filter((division) => division.level === level);
}

/** The longest name at the end before which nothing stands but places above one that bears it. */
function findWithin(name: string, gazetteer: Gazetteer): readonly Division[] {
  for (let at = 1; at < name.length - 1; at += 1) {
    const above = name.slice(0, at);
    const found = findNamed(name.slice(at), gazetteer).filter(({ code }) =>
      isChain(above, gazetteer.path(code).slice(0, -1)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a text is nothing but the names of some of these places, in their order. */
function isChain(text: string, places: readonly Division[]): boolean {
  if (text === "") return true;
  return places.some(({ name }, at) =>
    [name, ...listShortNames(name), findStem(name)].some(
      (form) =>
        form.length > 1 &&
        text.startsWith(form) &&
        isChain(text.slice(form.length), places.slice(at + 1)),
    ),
  );
}

import { fieldTerms } from "./dictionary.ts";
import { cutHan, fillJiebaDictionary } from "./jieba-dictionary.ts";
import { buildNameMerger } from "../suggest/name-merger.ts";
import { synonymWords } from "../relaxed/synonyms.ts";

/**
 * Cuts the words of queries; texts are found without it. Runs of Han characters are cut into words; numbers (with
 * decimals, thousands and a percent sign) and words of other scripts stay whole; so does what is between. The pieces
 * together are the text, in which a lone surrogate becomes U+FFFD, since JSON cannot carry it.
 */
export interface Segmenter {
  cut(text: string): readonly string[];
}

const word = String.raw`[[\p{L}\p{M}\p{Nd}]--\p{Script=Han}]+`;
const thousands = String.raw`\p{Nd}{1,3}(?:,\p{Nd}{3})+(?!\p{Nd})`;
const pieces = new RegExp(
  String.raw`(?<han>\p{Script=Han}+)|(?:${thousands}|${word})(?:[.．]\p{Nd}+)*[%％‰]?|[^\p{L}\p{M}\p{Nd}\p{Script=Han}]+`,
  "gv",
);

/**
 * Opens the segmenter of this process. `placeNames` are kept whole beside the terms of the field and what they are also called;
 * names of fewer than three characters are left to the built-in dictionary (城区 is also half of 县城区域).
 * @throws DictionaryTaken where this process was opened with other names.
 */
export function openSegmenter(placeNames: readonly string[] = []): Segmenter {
  const names = placeNames.filter((name) => /^\p{Script=Han}{3,}$/u.test(name));
  const words = [...fieldTerms, ...synonymWords, ...names];
  fillJiebaDictionary(words);
  const mergeNames = buildNameMerger(words);
  const cut = (text: string): readonly string[] =>
    [...cleanText(text).matchAll(pieces)].flatMap((match) =>
      match.groups?.["han"] === undefined ? match[0] : mergeNames(cutHan(match[0])),
    );
  return { cut };
}

function cleanText(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, "\uFFFD");
}

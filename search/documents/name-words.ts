import type { ReportToIndex } from "../../corpus/report-to-index.ts";
import { buildGrams, buildPinyinGram, buildSigns } from "../grams/build-grams.ts";
import { listOwnNames } from "./own-names.ts";
import { buildPinyinWords, buildPlaceNames, readPinyin } from "../places/place-pinyin.ts";

/** What all reports of an agency are found by. */
export interface NameWords {
  /** The agency, its places and their usual short names, as printed. */
  readonly names: readonly string[];
  readonly nameGrams: readonly string[];
  /** What the agency is called by itself, with its pinyin and its characters. */
  readonly own: readonly string[];
  readonly py: readonly string[];
}

type Named = Pick<ReportToIndex, "agency" | "kind" | "regions">;

/** Opens what builds them and remembers those of the last agency: its reports come one after the other. */
export function openNameWords(): (report: Named) => NameWords {
  let [lastKey, last]: [string, NameWords | null] = ["", null];
  return (report) => {
    const key = [report.agency, report.kind, ...report.regions.map(({ name }) => name)].join("\n");
    if (last === null || key !== lastKey) [lastKey, last] = [key, buildNameWords(report)];
    return last;
  };
}

function buildNameWords(report: Named): NameWords {
  const placeNames = report.regions.map(({ name }) => name);
  const names = buildPlaceNames([...placeNames, report.agency]);
  const ownNames = listOwnNames(report);
  return {
    names,
    nameGrams: names.map((name) => buildGrams(name)),
    own: [
      ...ownNames.map((name) => buildGrams(name)),
      ...ownNames.map((name) => buildPinyinGram(readPinyin(name).full)),
      buildSigns(ownNames),
    ],
    py: buildPinyinWords(placeNames, report.agency).map((word) => buildPinyinGram(word)),
  };
}

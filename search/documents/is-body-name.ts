import type { RegionNames } from "../places/region-names.ts";

const place = /[省市县区旗盟州乡镇]$|街道$/u;
const agency = /^\p{Script=Han}+(?:局|厅|委员会|管委会|办事处|街道办|人民政府)$/u;

/** Whether a word is the whole name of a place or of a body: who names one looks for its reports. */
export function isBodyName(word: string, regions: Pick<RegionNames, "resolve">): boolean {
  return agency.test(word) || (place.test(word) && regions.resolve(word).length > 0);
}

import { fileURLToPath } from "node:url";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import { buildCorrector } from "../../../search/correction/build-corrector.ts";
import type { Corrector } from "../../../search/correction/corrected-query.ts";
import { fieldTerms } from "../../../search/words/dictionary.ts";
import { openSimplifier } from "../../../search/words/simplify-chinese.ts";

const demoDivisions = fileURLToPath(new URL("../../../demo/divisions.csv", import.meta.url));
/** Fictional agencies, as reports name them. */
const agencies = ["青山县人民政府", "青山县教育局", "柳泉县财政局", "落霞镇人民政府", "公安局"];

/** A corrector that knows every place, the fictional ones first, and the terms of the field. */
export function buildTestCorrector(): Corrector {
  const { divisions } = loadGazetteer([demoDivisions]);
  const demo = divisions.filter(({ code }) => code.startsWith("99"));
  const names = [...demo, ...divisions].map(({ name }) => name);
  return buildCorrector([...agencies, ...names], fieldTerms, { simplify: openSimplifier() });
}

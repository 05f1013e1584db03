import type { Language } from "../../search/planner.ts";
import { codesOnly } from "../../search/places/region-names.ts";
import { openSegmenter } from "../../search/words/segmenter.ts";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";
import { fictionalNames } from "./fictional-report.ts";

/** How queries are read where nothing needs the names of places. */
export const language: Language = {
  segmenter: openSegmenter(fictionalNames),
  simplify: openSimplifier([...fictionalNames, "乾县"]),
  regions: codesOnly,
};

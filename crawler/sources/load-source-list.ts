import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Source } from "../../corpus/source.ts";
import { parseSources } from "./parse-sources.ts";

const ownList = fileURLToPath(new URL("../sources.csv", import.meta.url));

/** Reads the project's list of sources, or another one. Throws SourceListBroken with all that is wrong with it. */
export function loadSourceList(gazetteer: Gazetteer, file = ownList): readonly Source[] {
  return parseSources(readFileSync(file, "utf8"), { file, gazetteer });
}

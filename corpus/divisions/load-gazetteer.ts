import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Gazetteer } from "./gazetteer.ts";
import { parseDivisions } from "./parse-divisions.ts";

const ownList = fileURLToPath(new URL("../divisions.csv", import.meta.url));

/**
 * Reads the project's list of divisions and then `files`, lists in the same columns (code, name, parent).
 * Throws `DivisionListBroken` where a list cannot be read.
 */
export function loadGazetteer(files: readonly string[] = []): Gazetteer {
  const lists = [ownList, ...files].map((file) => parseDivisions(readFileSync(file, "utf8"), file));
  return new Gazetteer(lists.flat());
}

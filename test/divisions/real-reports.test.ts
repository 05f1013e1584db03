import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import { buildWords } from "./agency-words.ts";

const folder = new URL("../../../shared/corpus/", import.meta.url);
const isHere = existsSync(folder);
const gazetteer = loadGazetteer();
const expectedSchema = z.record(
  z.string(),
  z.object({
    agency: z.string(),
    division: z.object({ code: z.string(), path: z.array(z.string()) }),
    level: z.string(),
  }),
);

/** The name that each report prints in its title or its first sentence. */
const printedNames: readonly (readonly [string, string])[] = [
  ["gulerluk-2022.txt", "古勒鲁克乡人民政府"],
  ["guanzhuang-2024.txt", "蓟州区官庄镇"],
  ["jingfeng-2017.txt", "净峰镇"],
  ["wuqia-2020.txt", "乌恰县人民政府"],
  ["huji-2024.txt", "胡集乡"],
];

describe.skipIf(!isHere)("the real reports (skipped where ../shared/corpus is absent)", () => {
  test.each(printedNames)("%s is placed by its text", (file, printed) => {
    const expected = expectedSchema.parse(
      JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")),
    )[file];
    const body = readFileSync(new URL(file, folder), "utf8");
    const { agency, division, level } = resolveAgency(buildWords({ printed, body }), gazetteer);
    expect({ agency: agency?.name, division, level }).toEqual({
      agency: expected?.agency,
      division: expected?.division,
      level: expected?.level,
    });
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Division } from "../../corpus/division.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import { buildWords } from "./agency-words.ts";

const gazetteer = loadGazetteer();
const townships = gazetteer.divisions.filter(({ level }) => level === "township");
const resolve = (known: Parameters<typeof buildWords>[0]) =>
  resolveAgency(buildWords(known), gazetteer);
const printAbove = (division: Division, levels: readonly Division["level"][]) =>
  gazetteer
    .path(division.code)
    .filter(({ level }) => levels.includes(level))
    .map(({ name }) => name)
    .join("");
/** The words of a place's parent and name, which a few pairs of places share (铁东区解放街道). */
const printNear = (division: Division) =>
  (gazetteer.get(division.parent ?? "")?.name ?? "") + division.name;
const printed = townships.map(printNear).sort();
const homonyms = new Set(printed.filter((words, index) => words === printed[index - 1]));
const isUnique = (division: Division) => !homonyms.has(printNear(division));

describe("every township of the list", { timeout: 120_000 }, () => {
  test("printed with its county is itself; the few homonyms stay undecided", () => {
    const wrong = townships.filter((township) => {
      const code = resolve({ printed: printNear(township) }).division?.code ?? null;
      return code !== (isUnique(township) ? township.code : null);
    });
    expect(wrong.map(printNear)).toEqual([]);
    expect(townships.filter((township) => !isUnique(township)).length).toBeLessThan(20);
  });

  test("printed alone is itself where its name is the only one, and else undecided", () => {
    const wrong = townships.filter((township) => {
      const code = resolve({ printed: township.name }).division?.code;
      const isOnly = gazetteer.named(township.name).length === 1;
      return code !== undefined && (code !== township.code || !isOnly);
    });
    expect(wrong.map(printNear)).toEqual([
      "金门县金门县",
      "西藏文化旅游创意园区西藏文化旅游创意园区",
    ]);
  });

  test("keeps its name without its parents", () => {
    const odd = townships.filter((township) => {
      const name = resolve({ printed: printNear(township) }).agency?.name ?? "";
      return !name.startsWith(township.name);
    });
    expect(odd.map(printNear)).toEqual([]);
  });
});

const township = fc.constantFrom(...townships.filter(isUnique));
const levels = fc.subarray(["province", "city"] as const);

test("any chain of parents before it, spaces and a year around it lead to the same township", () => {
  fc.assert(
    fc.property(township, levels, fc.constantFrom("", " ", "\u3000"), (place, above, space) => {
      const isDirect = gazetteer.get(place.parent ?? "")?.level === "city";
      const chain = isDirect ? [...above, "city" as const] : [...above, "county" as const];
      const printed = [printAbove(place, chain), place.name].join(space);
      const resolved = resolve({ printed: `${space}2023年度${printed}` });
      expect(resolved.division?.code).toBe(place.code);
    }),
    { numRuns: 1000 },
  );
});

test("a larger place anywhere in the text never leads to a township outside it", () => {
  fc.assert(
    fc.property(township, township, (place, elsewhere) => {
      const county = gazetteer.get(elsewhere.parent ?? "")?.name ?? "";
      const resolved = resolve({ printed: place.name, issuer: county });
      const path = resolved.division?.path ?? [county];
      expect(path).toContain(county);
    }),
    { numRuns: 1000 },
  );
});

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom("县", "市", "区", "镇", "人民政府", "（", "）", "2020年", "官庄", " ", "局"),
    )
    .map((words) => words.join("")),
);

test("hostile words neither throw nor name a place outside the list", () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, (printed, issuer, body) => {
      const { division, level, divisionEvidence } = resolve({
        printed,
        issuer,
        body,
        title: body,
        siteName: issuer,
        address: printed,
      });
      expect(gazetteer.get(division?.code ?? "")?.level ?? null).toBe(level);
      const confidence = divisionEvidence?.confidence ?? 0;
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a body of 300,000 characters is read in one pass", () => {
  const body = "市县区".repeat(100_000);
  expect(resolve({ printed: "市县区".repeat(1000), body }).division).toBeNull();
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agencyKinds } from "../../corpus/agency.ts";
import type { Region } from "../../corpus/report.ts";
import { sectionKinds } from "../../corpus/section.ts";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { facets, type FacetKey } from "../../search/facets.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import type { SectionDocument } from "../../search/documents/section-document.ts";
import type { FacetCount } from "../../search/search-result.ts";
import { buildDice } from "./build-dice.ts";
import { buildFictionalReport } from "./fictional-report.ts";

/** More townships than the engine counts values of a facet by itself. */
const crowdedTownships = 420;

const place = (code: string, name: string, level: Region["level"]): Region => ({
  code,
  name,
  level,
});
const province = place("91", "云岫省", "province");
const city = place("9101", "青溪市", "city");
const county = place("910121", "和平县", "county");
const municipality = place("92", "碧海市", "province");
const district = place("920119", "临江区", "county");
const townCity = place("9103", "松江市", "city");

/** A county with very many townships, a municipality whose counties stand higher, a city of towns without counties. */
const paths: readonly (readonly Region[])[] = [
  [province],
  [province, city],
  [province, city, county],
  ...Array.from({ length: crowdedTownships }, (_, index) => [
    province,
    city,
    county,
    place(`910121${String(index + 101)}`, `第${index + 101}镇`, "township"),
  ]),
  [province, city, place("910122", "柳河县", "county")],
  [province, townCity, place("910300101", "石排镇", "township")],
  [province, townCity, place("910300102", "石碣镇", "township")],
  [municipality],
  [municipality, district],
  [municipality, district, place("920119101", "官庄镇", "township")],
];
const places = paths.flatMap((path) => path.slice(-1));

/** A document with the text that it was built of. */
interface Counted {
  readonly document: SectionDocument;
  readonly text: string;
}

function buildDocuments(): readonly Counted[] {
  const roll = buildDice(7);
  const pick = <T>(values: readonly T[]): T => values[roll(values.length)] as T;
  // Every township once, then places at random, so that most of the crowd is counted once or twice.
  return [...paths, ...Array.from({ length: 300 }, () => pick(paths))].flatMap((regions, index) => {
    const report = buildFictionalReport({
      regions,
      year: 2008 + roll(17),
      sections: [
        [pick(sectionKinds), "一、总体情况", index % 3 === 0 ? "行政处罚公开。" : "政策解读。"],
        [pick(sectionKinds), "二、其他", index % 4 === 0 ? "行政处罚公示。" : "公开目录。"],
      ],
    });
    const verdict = pick(["holds", "fails", "cannotTell"] as const);
    const finding = { rule: "T1", verdict, message: "", expected: 1, actual: 1, facts: [] };
    const file = { address: "a", name: "a", kind: "file", mediaType: null } as const;
    const full = {
      ...report,
      id: `r${index}`,
      kind: pick(agencyKinds),
      findings: [finding],
      attachments: roll(2) === 0 ? [] : [file],
    };
    return buildSectionDocuments(full, (text) => text).map((document, position) => {
      return { document, text: full.sections[position]?.text ?? "" };
    });
  });
}

const listCodes = ({ region }: SectionDocument): readonly string[] => Object.values(region);

function readValues(document: SectionDocument, key: FacetKey): readonly string[] {
  if (key === "region") return listCodes(document);
  const value: unknown = Reflect.get(document, key);
  return (Array.isArray(value) ? value : [value]).filter((each) => each != null).map(String);
}

function passes(document: SectionDocument, query: SearchQuery, but: FacetKey): boolean {
  return facets.every(({ key }) => {
    const wanted = query[key].map(String);
    const values = readValues(document, key);
    return key === but || wanted.length === 0 || wanted.some((value) => values.includes(value));
  });
}

/** What a facet counts, one section after the other. */
function countByHand(
  documents: readonly SectionDocument[],
  query: SearchQuery,
  key: FacetKey,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents.filter((each) => passes(each, query, key)))
    for (const value of readValues(document, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The provinces, and what is right below each chosen place and each above it. */
function isInTree(code: string, chosen: readonly string[]): boolean {
  const path = paths.find((regions) => regions.some((region) => region.code === code)) ?? [];
  const index = path.findIndex((region) => region.code === code);
  const parent = path[index - 1];
  return parent === undefined || chosen.some((other) => other.startsWith(parent.code));
}

const sortCounts = (counts: Iterable<readonly [string, number]>) =>
  [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
const readCounts = (counts: readonly FacetCount[] = []) =>
  sortCounts(counts.map(({ value, count }) => [value, count] as const));

const some = <T>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const choices = fc.record({
  q: fc.constantFrom("", "行政处罚"),
  region: some(places.map(({ code }) => code)),
  year: some([2008, 2015, 2020, 2023, 2024]),
  section: some(sectionKinds),
  level: some(["province", "city", "county", "township"] as const),
  kind: some(agencyKinds),
  form: some(["2008", "2014", "2019", "2021"] as const),
  findings: some(["fails", "holds", "unchecked"] as const),
  attachment: some(["with", "without"] as const),
  place: some(places.map(({ code }) => code)),
});
/** Nothing is chosen in most facets, as readers do: else nearly every count is 0. */
const fewChoices = fc
  .tuple(
    choices,
    fc.subarray(
      ["region", "year", "section", "level", "kind", "form", "findings", "attachment"] as const,
      { maxLength: 3 },
    ),
  )
  .map(([all, kept]) =>
    searchQuerySchema.parse({
      q: all.q,
      place: all.place,
      ...Object.fromEntries(kept.map((key) => [key, all[key]])),
    }),
  );

describe("the counts of facets", () => {
  let search: Search;
  let dataFolder: string;
  let counted: readonly Counted[];

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "gongkai-facets-"));
    const names = new Map(paths.flat().map(({ code, name }) => [code, name]));
    const regions = {
      nameOf: (code: string) => names.get(code) ?? null,
      resolve: (value: string) => (names.has(value) ? [value] : []),
    };
    search = await openSearch({ dataFolder, regions });
    counted = buildDocuments();
    await search.engine.addDocuments(
      "sections",
      counted.map(({ document }) => document),
    );
  });
  afterAll(async () => {
    await search.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  test("are those of a count by hand, whatever is chosen", async () => {
    await fc.assert(
      fc.asyncProperty(fewChoices, async (query) => {
        const holds = counted
          .filter(({ text }) => text.includes(query.q))
          .map(({ document }) => document);
        const result = await search.search(query);
        for (const { key } of facets) {
          const byHand = [...countByHand(holds, query, key)];
          const expected =
            key === "region" ? byHand.filter(([code]) => isInTree(code, query.region)) : byHand;
          expect([key, readCounts(result.facets[key])]).toEqual([key, sortCounts(expected)]);
        }
        const places = [...countByHand(holds, query, "region")].filter(([code]) =>
          query.place.includes(code),
        );
        expect(readCounts(result.facets["place"])).toEqual(sortCounts(places));
      }),
      { numRuns: 120 },
    );
  });

  test("every chosen value stays in its list, with sections or without", async () => {
    await fc.assert(
      fc.asyncProperty(fewChoices, async (query) => {
        const result = await search.search(query);
        for (const { key } of facets) {
          const listed = result.facets[key]?.map(({ value }) => value) ?? [];
          expect(listed).toEqual(expect.arrayContaining(query[key].map(String)));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a county with more townships than the engine lists by itself shows them all", async () => {
    const query = searchQuerySchema.parse({ region: ["910121", "910121520"] });
    const result = await search.search(query);
    const townships =
      result.facets["region"]?.filter(({ value }) => /^910121\d{3}$/.test(value)) ?? [];
    expect(townships.length).toBe(crowdedTownships);
    expect(townships.find(({ value }) => value === "910121520")?.count).toBeGreaterThan(0);
  });
});

import { describe, expect, test } from "vitest";
import type { Division } from "../../corpus/division.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import { buildWords } from "./agency-words.ts";

const gazetteer = loadGazetteer();
const resolve = (known: Parameters<typeof buildWords>[0]) =>
  resolveAgency(buildWords(known), gazetteer);
const ofLevel = (level: Division["level"]) =>
  gazetteer.divisions.filter((division) => division.level === level);
const nameParent = (division: Division) => gazetteer.get(division.parent ?? "")?.name ?? "";

const provinces = ofLevel("province");
const municipalities = provinces.filter(({ code }) =>
  gazetteer.children(code).every(({ level }) => level === "county"),
);
const cities = [...ofLevel("city"), ...municipalities];
const isShared = ({ name }: Division) =>
  gazetteer.named(name).filter(({ level }) => level !== "township").length > 1;
const isOfMunicipality = ({ parent }: Division) =>
  municipalities.some(({ code }) => code === parent);
const contested = ofLevel("county").filter(
  (county) => isShared(county) || isOfMunicipality(county),
);

/** What a text prints of its own place and of a foreign one. */
const texts: readonly (readonly [string, (own: Division, foreign: string) => string])[] = [
  [
    "its own chain, then the foreign city",
    (own, foreign) => `${nameParent(own)}${own.name}教育局编制本报告。赴${foreign}学习。`,
  ],
  [
    "the foreign city, then its own chain",
    (own, foreign) => `赴${foreign}学习。${nameParent(own)}${own.name}教育局。`,
  ],
  ["its parent", (own, foreign) => `根据${nameParent(own)}有关要求编制。赴${foreign}学习。`],
];
const printForeign: readonly (readonly [string, (city: Division) => string])[] = [
  ["alone", ({ name }) => name],
  ["with its province", (city) => nameParent(city) + city.name],
];
const cases = texts.flatMap(([own, build]) =>
  printForeign.map(([foreign, print]) => ({ own, foreign, build, print })),
);

/** The cities around every namesake, and some of the others: those speak for no candidate. */
function listForeign({ code, name }: Division): readonly Division[] {
  const namesakes = gazetteer.called(name);
  return cities.filter(
    (city, index) =>
      !code.startsWith(city.code) &&
      (index % 25 === 0 || namesakes.some((other) => other.code.startsWith(city.code))),
  );
}

function resolveAll({ build, print }: (typeof cases)[number]) {
  const results = contested.flatMap((own) =>
    listForeign(own).map((city) => {
      const body = build(own, print(city));
      return { own, body, ...resolve({ printed: `${own.name}教育局`, body }) };
    }),
  );
  const decided = results.filter(({ division }) => division !== null);
  const undecided = results.filter(({ division }) => division === null);
  return {
    wrong: decided.filter(({ own, division }) => division?.code !== own.code),
    undecided: [...new Set(undecided.map(({ own }) => own.name))],
  };
}

describe("a department of a place of a municipality or with namesakes", () => {
  test("there are some 140 of them", () => {
    expect(municipalities.map(({ name }) => name)).toEqual([
      "北京市",
      "天津市",
      "上海市",
      "重庆市",
    ]);
    expect(contested.length).toBeGreaterThan(120);
  });

  test.each(cases)("$own ($foreign) never leads elsewhere", (printed) => {
    expect(resolveAll(printed).wrong).toEqual([]);
  });

  // 城区 alone may be any town's.
  test.each(cases.filter(({ own }) => own !== "its parent"))(
    "$own ($foreign) is decided",
    (printed) => {
      expect(resolveAll(printed).undecided).toEqual(["城区"]);
    },
  );
});

test.each([
  ["朝阳区", "北京市朝阳区教育局。赴长春市学习", "110105"],
  ["朝阳区", "吉林省长春市朝阳区教育局。赴北京市学习", "220104"],
  ["江北区", "重庆市江北区教育局。赴浙江省宁波市学习", "500105"],
  ["朝阳区", "北京市", "110105"],
  ["朝阳区", "北京市。赴长春市学习", null],
  ["朝阳区", "北京市朝阳区和长春市朝阳区", null],
  ["朝阳区", "北京市朝阳区和吉林省长春市朝阳区", null],
  ["通州区", "北京市要求，北京市规定，北京市安排。赴南通市学习", null],
  ["通州区", "北京市安排。赴江苏省南通市学习", null],
  ["鼓楼区", "福州市安排。赴江苏省徐州市学习", null],
  ["鼓楼区", "江苏省要求，徐州市安排", "320302"],
])("%s教育局 with %s is %s", (name, body, code) => {
  expect(resolve({ printed: `${name}教育局`, body }).division?.code ?? null).toBe(code);
});

test("the portal outweighs a city named in the text, and is contradicted by no one else", () => {
  const words = { printed: "通州区教育局", body: "赴江苏省南通市学习" };
  expect(resolve({ ...words, siteName: "北京市通州区人民政府" }).division?.code).toBe("110112");
  expect(resolve({ ...words, siteName: "北京市人民政府" }).division?.code).toBe("110112");
  expect(
    resolve({ ...words, siteName: "北京市人民政府", body: "江苏省南通市通州区" }).division,
  ).toBeNull();
});

test("a township's county outweighs a foreign city; another county with such a township does not yield", () => {
  const code = (body: string) => resolve({ printed: "胡集乡", body }).division?.code ?? null;
  expect(code("郸城县。赴商丘市学习")).toBe("411625210");
  expect(code("郸城县。赴商丘市民权县学习")).toBeNull();
});

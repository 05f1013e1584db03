import { describe, expect, test } from "vitest";
import type { HitDocument } from "../../search/hits/build-hit.ts";
import { buildTerm } from "../../search/query-terms.ts";
import { rankHits } from "../../search/hits/rank-hits.ts";
import { fictionalRegions } from "./fictional-report.ts";

const plain: HitDocument = {
  id: "plain",
  reportId: "r",
  title: "临江区2023年政府信息公开工作年度报告",
  heading: "一、总体情况",
  content: "本年度工作扎实推进。",
  agency: "临江区人民政府",
  kind: "government",
  year: 2023,
  section: "overview",
  position: 0,
  places: fictionalRegions.riverCounty.map(({ code, name }) => ({ code, name })),
  url: null,
  published: null,
  added: null,
  demo: true,
};
const jadeTown = fictionalRegions.jadeTown.map(({ code, name }) => ({ code, name }));

interface Wish {
  readonly typed?: string;
  readonly hasYear?: boolean;
  readonly weights?: readonly number[];
}

/** The ids in their order; `hits` are in the engine's. */
function rank(
  words: readonly string[],
  hits: readonly (Partial<HitDocument> & { readonly id: string })[],
  { hasYear = false, weights = [], typed = "" }: Wish = {},
): readonly string[] {
  const terms = words.flatMap((word, at) =>
    buildTerm([word], false).map((term) => ({ term, weight: weights[at] ?? 1 })),
  );
  const documents = hits.map((hit) => ({ ...plain, ...hit }));
  return rankHits(documents, { terms, hasYear, typed }).map(({ id }) => id);
}

describe("the order of hits", () => {
  test.each(["官庄镇", "官庄", "guanzhuang"])(
    "the report of %s itself stands above those that mention it",
    (name) => {
      const mention = `${name}的经验在${name}推广，学习${name}。`;
      const order = rank(
        [name],
        [
          { id: "mention", content: mention, heading: "一、总体情况" },
          { id: "own", agency: "官庄镇人民政府", places: jadeTown },
        ],
      );
      expect(order).toEqual(["own", "mention"]);
    },
  );

  test("a place's government stands above what lies within it", () => {
    const order = rank(
      ["和平县"],
      [
        { id: "within", agency: "官庄镇人民政府", places: jadeTown },
        { id: "own", agency: "和平县人民政府", places: jadeTown.slice(0, -1) },
      ],
    );
    expect(order).toEqual(["own", "within"]);
  });

  test("a department is meant by its name without its place", () => {
    const bureau = { agency: "临江区教育局", kind: "department" } as const;
    expect(
      rank(
        ["教育局"],
        [
          { id: "mention", content: "教育局、教育局" },
          { id: "own", ...bureau },
        ],
      ),
    ).toEqual(["own", "mention"]);
  });

  test("a section about a word stands above one that mentions it, more above fewer", () => {
    const order = rank(
      ["标准化"],
      [
        { id: "none" },
        { id: "once", content: "推进标准化。" },
        { id: "often", content: "标准化建设，标准化目录，标准化流程。" },
        { id: "heading", heading: "二、标准化", content: "推进标准化。" },
      ],
    );
    expect(order).toEqual(["heading", "often", "once", "none"]);
  });

  test("the part of a report that the words ask about stands above others", () => {
    const content = "收到申请。";
    const order = rank(
      ["申请"],
      [
        { id: "overview", content },
        { id: "requests", content, section: "requests" },
      ],
    );
    expect(order).toEqual(["requests", "overview"]);
  });

  test("newer stands above older when all else is equal, but not where a year was asked for", () => {
    const years = [2021, 2022, 2017, 2023];
    // As near to one another in the engine's order as hits of a usual search are.
    const others = Array.from({ length: 56 }, (_, at) => ({ id: `other-${at}`, content: "" }));
    const hits = [...years.map((year) => ({ id: String(year), year })), ...others];
    const list = (hasYear: boolean) =>
      rank(["工作"], hits, { hasYear }).filter((id) => !id.startsWith("other"));
    expect(list(false)).toEqual(["2023", "2022", "2021", "2017"]);
    expect(list(true)).toEqual(["2021", "2022", "2017", "2023"]);
  });

  test("a word that tells more weighs more", () => {
    const hits = [
      { id: "common", content: "培训" },
      { id: "rare", content: "碑林" },
    ];
    expect(rank(["培训", "碑林"], hits, { weights: [1, 8] })).toEqual(["rare", "common"]);
    expect(rank(["培训", "碑林"], hits, { weights: [8, 1] })).toEqual(["common", "rare"]);
  });

  test("what is alike stays in the engine's order, each hit once", () => {
    const ids = Array.from({ length: 60 }, (_, at) => `hit-${at}`);
    expect(
      rank(
        ["工作"],
        ids.map((id) => ({ id })),
      ),
    ).toEqual(ids);
    expect(rank(["工作"], [])).toEqual([]);
    expect(rank([], [{ id: "a" }, { id: "b" }])).toEqual(["a", "b"]);
  });

  test("the report of a year stands above a later date in the text of another", () => {
    const hits = [
      { id: "dated", year: 2020, content: "2021年3月10日，2021年，2021年" },
      { id: "own", year: 2021, content: "" },
    ];
    for (const word of ["2021", "2021年"])
      expect(rank([word], hits, { hasYear: true })).toEqual(["own", "dated"]);
  });

  test("words side by side as they were typed stand above a heading of one of them", () => {
    const hits = [
      {
        id: "apart",
        heading: "三、新收和处理的申请",
        section: "requests" as const,
        content: "申请，申请。新收",
      },
      { id: "together", content: "新收申请三件" },
      { id: "turned", content: "申请新收三件" },
    ];
    expect(rank(["新收", "申请"], hits, { typed: "新收申请" })[0]).toBe("together");
    expect(rank(["新收", "申请"], hits, { typed: "新收 申请" })[0]).toBe("apart");
  });

  test("a word that a text is about stands above one in a list", () => {
    const hits = [
      { id: "listed", content: "围绕养老、低保、住房等工作。" },
      { id: "told", content: "公开低保对象名单。" },
    ];
    expect(rank(["低保"], hits)).toEqual(["told", "listed"]);
  });

  test("width and case make no difference", () => {
    const hits = [{ id: "none" }, { id: "wide", content: "部署ＩＰＶ６" }];
    expect(rank(["IPv6"], hits)).toEqual(["wide", "none"]);
  });
});

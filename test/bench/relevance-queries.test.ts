import { describe, expect, it } from "vitest";
import { buildCorpus } from "../../bench/relevance/build-corpus.ts";
import { foldForGrep } from "../../bench/relevance/fold-for-grep.ts";
import { gradeSections } from "../../bench/relevance/grade.ts";
import { listQueries, queryKinds, type JudgedQuery } from "../../bench/relevance/judged-query.ts";
import type { JudgedSection } from "../../bench/relevance/judged-section.ts";
import type { Planting } from "../../bench/relevance/planting.ts";
import { testPlanting } from "../../bench/relevance/planting-test.ts";
import { tuningPlanting } from "../../bench/relevance/planting-tuning.ts";
import { testQueries } from "../../bench/relevance/queries-test.ts";
import { tuningQueries } from "../../bench/relevance/queries-tuning.ts";
import { parseRule } from "../../bench/relevance/rule.ts";

const corpus = buildCorpus();
const tuning = listQueries("tuning", tuningQueries);
const test = listQueries("test", testQueries);
const all = [...tuning, ...test];
const halves = [
  { own: tuning, other: test, planting: tuningPlanting },
  { own: test, other: tuning, planting: testPlanting },
];

describe("the judged queries", () => {
  it("are at least 260, half of them in each half, of every kind in both", () => {
    expect(all.length).toBeGreaterThanOrEqual(260);
    expect(test.length).toBe(tuning.length);
    for (const kind of queryKinds)
      expect(testQueries[kind].length, kind).toBe(tuningQueries[kind].length);
  });

  it("have an answer, except where they are marked as having none", () => {
    const wrong = all.filter(
      (query) => (gradeSections(query, corpus.sections).size === 0) !== (query.none === true),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("are judged by total wherever the words alone must be counted", () => {
    const counted = new Set(["term", "twoCharacter", "phrase", "negative", "number"]);
    const uncounted = all.filter(({ kind, count }) => counted.has(kind) && count === undefined);
    // A word that is more than what was planted, so that some of it is enough for an answer.
    expect(uncounted.map(({ q }) => q)).toEqual([
      "住房公积金提取",
      "古树名木 保护",
      "工伤认定卷宗",
      "森林防火 禁火令",
    ]);
  });
});

describe("the halves", () => {
  it("share no query, however it is spaced", () => {
    const bare = (query: JudgedQuery): string => foldForGrep(query.q).replaceAll(" ", "");
    const known = new Set(tuning.map(bare));
    expect(known.size).toBe(tuning.length);
    expect(test.map(bare).filter((q) => known.has(q))).toEqual([]);
  });

  it("share no wording of what is planted", () => {
    const shared = halves.flatMap(({ other, planting }) =>
      listWordings(planting).filter((words) => other.some(({ q }) => q.includes(words))),
    );
    expect(shared).toEqual([]);
  });

  it("name no place that the other names, nor its stem", () => {
    const shared = halves.flatMap(({ own, other }) =>
      listPlaces(own)
        .map((code) => corpus.places.get(code)?.name ?? code)
        .flatMap((name) => [name, name.replace(/(?:街道|[省市县区镇乡])$/u, "")])
        .filter((name) => name.length > 1 && other.some(({ q }) => q.includes(name))),
    );
    expect(shared).toEqual([]);
  });

  it("ask for topics of their own", () => {
    const wrong = halves.flatMap(({ own, planting }) => {
      const keys = new Set(planting.topics.map(({ key }) => key));
      return own.filter(({ match }) =>
        parseRule(match)
          .flat()
          .some(({ name, value }) => name === "topic" && !keys.has(value)),
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

const plain: JudgedSection = {
  id: "plain",
  reportId: "plain",
  title: "某镇2023年政府信息公开工作年度报告",
  heading: "一、总体情况",
  text: "",
  names: [],
  folded: { head: [], text: "", names: [] },
  agency: "某镇人民政府",
  agencyKind: "government",
  path: [],
  level: "township",
  form: "2021",
  year: 2023,
  section: "overview",
  topics: new Map(),
  mentions: new Set(),
  facts: {},
};

function listWordings({ topics, phrases, rare, numbers }: Planting): readonly string[] {
  const terms = topics.flatMap(({ term, alias }) => (alias === undefined ? [term] : [term, alias]));
  return [...terms, ...[...phrases, ...rare, ...numbers].map(({ text }) => text)];
}

function listPlaces(queries: readonly JudgedQuery[]): readonly string[] {
  return queries
    .flatMap(({ match }) => parseRule(match).flat())
    .filter(({ name }) => name === "place" || name === "within")
    .map(({ value }) => value);
}

describe("gradeSections", () => {
  const sample = (changes: Partial<JudgedSection>): JudgedSection => ({ ...plain, ...changes });

  it("puts a heading above a discussion above a passing mention, and the newer above the older", () => {
    const sections = [
      sample({ id: "heading", topics: new Map([["fee", "heading"]] as const) }),
      sample({ id: "discussed", topics: new Map([["fee", "discussed"]] as const) }),
      sample({ id: "mentioned", topics: new Map([["fee", "mentioned"]] as const) }),
      sample({ id: "old", year: 2015, topics: new Map([["fee", "heading"]] as const) }),
      sample({ id: "other" }),
    ];
    expect([...gradeSections({ match: "topic:fee" }, sections)]).toEqual([
      ["heading", 3],
      ["discussed", 2],
      ["mentioned", 1],
      ["old", 2],
    ]);
  });

  it("puts a place's own government above what lies within it, and both above a mention", () => {
    const path = ["98", "9801", "980121"];
    const sections = [
      sample({ id: "own", path, agencyKind: "government" }),
      sample({ id: "department", path, agencyKind: "department" }),
      sample({ id: "below", path: [...path, "980121100"], agencyKind: "government" }),
      sample({ id: "named", path: ["97"], mentions: new Set(["980121"]) }),
      sample({ id: "namesake", path: ["98", "9801", "980122"] }),
    ];
    expect([...gradeSections({ match: "place:980121" }, sections)]).toEqual([
      ["own", 3],
      ["department", 2],
      ["below", 2],
      ["named", 1],
    ]);
  });

  it("counts the weakest ground of an alternative and the best alternative", () => {
    const topics = new Map([["fee", "heading"]] as const);
    const section = sample({ id: "both", topics, section: "requests", path: ["98", "9801"] });
    const judge = (match: string) => gradeSections({ match }, [section]).get("both");
    expect(judge("topic:fee place:98")).toBe(2);
    expect(judge("topic:fee place:97")).toBeUndefined();
    expect(judge("topic:fee place:97 | topic:fee year:2023")).toBe(3);
    expect(gradeSections({ match: "topic:fee", prefers: "fees" }, [section]).get("both")).toBe(2);
  });

  it("takes numbers whole and phrases over line breaks", () => {
    const text = (words: string) => ({
      folded: { head: [], text: foldForGrep(words), names: [] },
    });
    const holds = (match: string, words: string) =>
      gradeSections({ match }, [sample({ id: "it", ...text(words) })]).size === 1;
    expect(holds("number:8843", "公开８８４３条")).toBe(true);
    expect(holds("number:8843", "公开88430条、18843条、8843.5元、1,8843")).toBe(false);
    expect(holds("text:三张清单一本账", "形成三张清\n单一本账的办法")).toBe(true);
    expect(holds("text:7512", "行政处罚  75\n12")).toBe(false);
  });
});

import { describe, expect, it, test } from "vitest";
import { parseQuery } from "../../../search/language/parse-query.ts";
import type { TextNode } from "../../../search/language/parsed-query.ts";
import { names } from "./fictional-names.ts";

const read = (query: string) => parseQuery(query, names);

/** Texts in short: `a`, `"a b"`, `-a`, `[a | b c]`. */
function write(nodes: readonly TextNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "any") return `[${node.options.map(write).join(" | ")}]`;
      const text = node.kind === "phrase" ? `"${node.text}"` : node.text;
      return node.excluded ? `-${text}` : text;
    })
    .join(" ");
}

/** What the spans of problems cover. */
const places = (query: string) =>
  read(query).problems.map(({ span }) => query.slice(span.start, span.end));

describe("words and phrases", () => {
  test.each([
    ["信访 投诉", "信访 投诉"],
    ["信访、投诉，举报；公开", "信访 投诉 举报 公开"],
    ["  公开\u3000年报\t不足 ", "公开 年报 不足"],
    ["“依申请公开”年报", '"依申请公开" 年报'],
    ["「主动，公开」『a:b -c』＂d|e＂", '"主动，公开" "a:b -c" "d|e"'],
    ['“混用" "混用”', '"混用" "混用"'],
    ["“危及“三安全一稳定””", '"危及“三安全一稳定”"'],
    ["行政 -败诉 －“驳回” −撤诉", '行政 -败诉 -"驳回" -撤诉'],
    ["2019-2021 COVID-19 2021-03-05", "2019-2021 COVID-19 2021-03-05"],
    ["12.5% 国办公开办函〔2021〕30号", "12.5% 国办公开办函〔2021〕30号"],
    ["1,234 1，234 2020,2021", "1,234 1，234 2020 2021"],
    ["https://a.example/b?c=1,2;d", "https://a.example/b?c=1,2;d"],
    ["时间：12:30 单位：万元", "时间：12:30 单位：万元"],
    ["a - b --c — 。", "a b -c"],
    ["or oR 或者", "or oR 或者"],
    ["收费 AND 费用 ＡＮＤ and", "收费 费用 and"],
    ["“a AND b” ANDROID NOTE not", '"a AND b" ANDROID NOTE not'],
    ["收费 NOT 费用 AND NOT “信息 处理”", '收费 -费用 -"信息 处理"'],
    ["收费 NOT， 费用 NOT", "收费 -费用"],
  ])("%s", (query, expected) => {
    expect(write(read(query).text)).toBe(expected);
    expect(read(query)).toMatchObject({ filters: [], conditions: [], problems: [] });
  });

  it("know where they stand in the query, marks and minus included", () => {
    const query = "公开 -“不 足” 年报";
    expect(read(query).text.map(({ span }) => query.slice(span.start, span.end))).toEqual([
      "公开",
      "-“不 足”",
      "年报",
    ]);
  });
});

describe("choices and groups", () => {
  test.each([
    ["收费 OR 费用", "[收费 | 费用]"],
    ["收费 或 费用 ＯＲ “信息 处理”", '[收费 | 费用 | "信息 处理"]'],
    ["年报 a|b｜c d", "年报 [a | b | c] d"],
    ["a b OR c d", "a [b | c] d"],
    ["(a b) OR （c）", "[a b | c]"],
    ["(a OR b) OR c", "[a | b | c]"],
    ["(a OR (b c)) d", "[a | b c] d"],
    ["a () d", "a d"],
    ["-a OR b", "[-a | b]"],
    ["NOT a OR NOT b", "[-a | -b]"],
    ["c NOT (a OR b)", "c -a -b"],
    ["-(a OR b)", "-a -b"],
    ["-(a b)", "[-a | -b]"],
    ["-(-a)", "a"],
    ["-(a OR (b c))", "-a [-b | -c]"],
  ])("%s", (query, expected) => {
    expect(write(read(query).text)).toBe(expected);
    expect(read(query).problems).toEqual([]);
  });
});

describe("filters", () => {
  const filters = (query: string) => {
    const { text, filters, problems } = read(query);
    return { text: write(text), problems: problems.length, filters };
  };

  test.each([
    ["year:2020", { key: "year", values: ["2020"] }],
    ["年份：2020年", { key: "year", values: ["2020"] }],
    ["year:2020,2022", { key: "year", values: ["2020", "2022"] }],
    ["year: 2020，2022", { key: "year", values: ["2020", "2022"] }],
    ["year:2020, 2022", { key: "year", values: ["2020", "2022"] }],
    ["year:2018,2020..2022", { key: "year", values: ["2018", "2020", "2021", "2022"] }],
    ["year:2020 OR 年度:2022", { key: "year", values: ["2020", "2022"] }],
    ["year:2019..2021", { key: "year", from: 2019, to: 2021, label: "年份：2019–2021" }],
    ["year:2021－2019", { key: "year", from: 2019, to: 2021 }],
    ["年份：２０１９至２０２１年", { key: "year", from: 2019, to: 2021 }],
    ["year:2019。。2021", { key: "year", from: 2019, to: 2021 }],
    ["year:2019..", { key: "year", from: 2019 }],
    ["year:..2019", { key: "year", to: 2019 }],
    ["year>=2019", { key: "year", from: 2019 }],
    ["年份＜2019", { key: "year", to: 2018 }],
    ["-year:2020", { key: "year", values: ["2020"], excluded: true }],
    ["year!=2020", { key: "year", values: ["2020"], excluded: true }],
    ["region:青山县", { key: "region", values: ["990121"], label: "地区：青山县" }],
    ["地區：青山縣、柳泉县", { key: "region", values: ["990121", "990222"] }],
    ["region:990121", { key: "region", values: ["990121"], label: "地区：青山县" }],
    ["region:“青山县”", { key: "region", values: ["990121"] }],
    ["NOT region:青山县", { key: "region", values: ["990121"], excluded: true }],
    ["-(region:青山县)", { key: "region", values: ["990121"], excluded: true }],
    ["section:problems", { key: "section", values: ["problems"] }],
    ["章节：问题与改进", { key: "section", values: ["problems"] }],
    ["section:行政复议、诉讼", { key: "section", values: ["disputes"] }],
    ["section:收费", { key: "section", values: ["fees"] }],
    ["level:county", { key: "level", values: ["county"] }],
    ["level:县", { key: "level", values: ["county"] }],
    ["form:2021", { key: "form", values: ["2021"], label: "报告格式：2021 年格式" }],
    ["KIND:部门", { key: "kind", values: ["department"] }],
    ["agency:教育局", { key: "agency", values: ["教育局"] }],
    ["ｙｅａｒ：２０２１", { key: "year", values: ["2021"] }],
    ["ｒｅｇｉｏｎ：青山县", { key: "region", values: ["990121"] }],
    ["ＦＯＲＭ＝２０２１", { key: "form", values: ["2021"] }],
  ])("%s", (query, expected) => {
    expect(filters(query)).toMatchObject({ text: "", problems: 0, filters: [expected] });
    expect(filters(query).filters[0]?.span).toEqual({ start: 0, end: query.length });
  });

  it("take every place of a name, and say so", () => {
    expect(read("region:落霞镇").filters).toMatchObject([
      { values: ["990121101", "990222101"], label: "地区：落霞镇（2 处同名）" },
    ]);
  });

  it("leave a range of years without values, and what is no range without ends", () => {
    expect(read("year:2019..2021").filters[0]?.values).toEqual([]);
    expect(read("year:2020").filters[0]).not.toHaveProperty("from");
  });

  it("end where the next word begins", () => {
    expect(filters("region:青山县, 收费 year:2020，不足")).toMatchObject({
      text: "收费 不足",
      problems: 0,
      filters: [{ values: ["990121"] }, { values: ["2020"] }],
    });
    expect(filters("地区：青山县，年份：2020，机构：教育局，培训")).toMatchObject({
      text: "培训",
      problems: 0,
      filters: [{ key: "region" }, { key: "year" }, { values: ["教育局"] }],
    });
  });
});

describe("conditions", () => {
  test.each([
    ["requests.newReceived.total>100", { comparison: ">", value: 100 }],
    ["Requests.NewReceived.Total ＞＝ 1,234", { comparison: ">=", value: 1234 }],
    ["requests.newReceived<=1，234", { comparison: "<=", value: 1234 }],
    ["新收≠0", { comparison: "!=", value: 0 }],
    ["新收＜2.5", { comparison: "<", value: 2.5 }],
    ["新收=10件", { comparison: "=", value: 10 }],
    ["新收：10..20", { comparison: "between", value: 10, upTo: 20 }],
    ["新收:20-10", { comparison: "between", value: 10, upTo: 20 }],
    ["新收:10..", { comparison: ">=", value: 10 }],
    ["新收:..20", { comparison: "<=", value: 20 }],
    ["本年新收政府信息公开申请数量>5", { comparison: ">", value: 5 }],
    ["ｒｅｑｕｅｓｔｓ．ｎｅｗＲｅｃｅｉｖｅｄ＞５", { comparison: ">", value: 5 }],
  ])("%s", (query, expected) => {
    expect(read(query)).toMatchObject({
      text: [],
      problems: [],
      conditions: [
        { fact: "requests.newReceived.total", ...expected, span: { start: 0, end: query.length } },
      ],
    });
  });

  test.each([
    ["行政处罚决定>50", "disclosure.penalties.decisions"],
    ["disputes.review.upheld=1", "disputes.review.upheld"],
    ["收费金额>5万元", "disclosure.fees.amount"],
    ["信访举报投诉类申请>3", "requests.refused.petition.total"],
    ["indicators.received.online>1", "indicators.received.online.value"],
  ])("%s", (query, fact) => {
    expect(read(query).conditions.map((condition) => condition.fact)).toEqual([fact]);
  });
});

describe("what cannot be read", () => {
  test.each([
    ["年报 “依申请", "年报 依申请", ["“"]],
    ["(a b", "a b", ["("]],
    ["a) b", "a b", [")"]],
    ["OR a", "a", ["OR"]],
    ["a |", "a", ["|"]],
    ["a OR OR b", "[a | b]", ["OR"]],
    ["region:火星", '"火星"', ["火星"]],
    ["region:火星,水星", '["火星" | "水星"]', ["火星", "水星"]],
    ["level:国", '"国"', ["国"]],
    ["region:青山县,火星", "", ["火星"]],
    ["-region:火星 a", '-"火星" a', ["火星"]],
    ["region!=火星 a", "a", ["火星"]],
    ["region: ", "", ["region:"]],
    ["year:二零 a", "a", ["二零"]],
    ["year:1999 申请", "申请", ["1999"]],
    ["申请 year:20", "申请", ["20"]],
    ["section:天气", '"天气"', ["天气"]],
    ["yaer:2020", "yaer:2020", ["yaer:"]],
    ["requests.newRecieved.total>5 a", "a", ["requests.newRecieved.total>5"]],
    ["人数>5 a", "人数 a", ["人数>5"]],
    ["新收>很多 a", "a", ["新收>很多"]],
    ["收费金额>5元", "", ["收费金额>5元"]],
    ["-新收>5", "", ["新收>5"]],
    ["a OR year:2020", "a", ["year:2020"]],
    ["-(a year:2020)", "", ["-(a year:2020)"]],
    ["b -(新收>5 公开)", "b", ["-(新收>5 公开)"]],
    ["b NOT (c (公开 新收>5))", "b", ["NOT (c (公开 新收>5))"]],
    ["b -(公开 OR 新收>5)", "b", ["-(公开 OR 新收>5)", "新收>5"]],
    ["b -(year:1999 公开)", "b", ["-(year:1999 公开)", "1999"]],
    ["b -(year:2020 year:1999)", "b", ["-(year:2020 year:1999)", "1999"]],
    ["b -(“公开 不足)", "b [-公开 | -不足]", ["“"]],
  ])("%s", (query, text, expected) => {
    expect(write(read(query).text)).toBe(text);
    expect(places(query)).toEqual(expected);
    for (const { message } of read(query).problems) expect(message).toMatch(/[。？]$/u);
  });

  test.each(["😀", "-", "“”", "()", "。。。", " ，- ", "AND", "（“”）-（）"])(
    "%s holds nothing to look for, and that is said",
    (query) => {
      const { text, filters, conditions, problems } = read(query);
      expect([text, filters, conditions]).toEqual([[], [], []]);
      expect(problems.map(({ message }) => message)).toEqual([
        "这里没有可以检索的字、字母或数字，列出的是全部章节；请写上要找的词。",
      ]);
      expect(query.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe(query.trim());
    },
  );

  test.each(["", "   ", "\u3000\n"])("%j is no query, and nothing is wrong with it", (query) => {
    expect(read(query).problems).toEqual([]);
  });

  it("names the values that can be written", () => {
    const said = (query: string) => read(query).problems[0]?.message ?? "";
    expect(said("section:天气")).toContain("总体情况、主动公开、依申请公开");
    expect(said("copied:天气")).toContain("与其他机关雷同");
  });

  it("names what is nearest to what was typed", () => {
    const said = (query: string) => read(query).problems[0]?.message ?? "";
    expect(said("requests.newRecieved.total>5")).toContain("requests.newReceived.total");
    expect(said("requests.new>5")).toContain("requests.newReceived");
    expect(said("本年行政处罚>5")).toContain("行政处罚");
    expect(said("yaer:2020")).toContain("year:");
  });

  it("does not reach into what stands beside it", () => {
    expect(read("region:火星 year:2020 新收>5 “年报").filters).toMatchObject([{ key: "year" }]);
    expect(read("region:火星 year:2020 新收>5 “年报").conditions.length).toBe(1);
  });

  it("is a group too deep for anyone to mean", () => {
    const query = `${"(".repeat(5_000)}a OR b${")".repeat(5_000)} c`;
    expect(write(read(query).text)).toBe("[a | b] c");
    expect(read(query).problems.length).toBe(1);
  });
});

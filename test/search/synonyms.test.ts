import { describe, expect, it } from "vitest";
import { parseQuery } from "../../search/language/parse-query.ts";
import { buildQueryTerms } from "../../search/query-terms.ts";
import { openSegmenter } from "../../search/words/segmenter.ts";
import { findSynonyms, synonymLeads, synonymSets } from "../../search/relaxed/synonyms.ts";
import { fictionalNames } from "./fictional-report.ts";
import { names } from "./language/fictional-names.ts";

const everyWord = [
  ...synonymSets.flatMap(({ words }) => words),
  ...synonymLeads.flatMap(({ from, to }) => [from, ...to]),
];

describe("synonyms", () => {
  it.each([
    ["年报", "年度报告"],
    ["年度报告", "年报"],
    ["扶贫", "脱贫攻坚"],
    ["公开办", "政务公开领导小组办公室"],
    ["涉密", "国家秘密"],
    ["商业机密", "商业秘密"],
    ["官网", "政府网站"],
    ["门户网站", "政府网站"],
    ["公众号", "政务微信"],
    ["村级事务公开", "村务公开"],
    ["同意部分公开", "部分公开"],
    ["否决公开", "不予公开"],
    ["环保", "生态环境"],
    ["红头文件", "规范性文件"],
    ["打官司", "行政诉讼"],
    ["罚款", "行政处罚"],
    ["费用", "信息处理费"],
    ["驳回", "不予公开"],
    ["低保", "最低生活保障"],
  ])("%s is also %s, best first", (word, other) => {
    expect(findSynonyms(word)[0]).toBe(other);
  });

  it("leaves out what contains the word, not what the word contains", () => {
    expect(findSynonyms("复议")).toEqual([]);
    expect(findSynonyms("行政复议")).toEqual(["复议"]);
    expect(findSynonyms("隐私")).not.toContain("个人隐私");
    expect(findSynonyms("个人隐私")).toContain("隐私");
  });

  it("goes one way only from everyday words", () => {
    expect(findSynonyms("规范性文件")).not.toContain("红头文件");
    expect(findSynonyms("行政处罚")).not.toContain("罚款");
  });

  it.each(["", "天气", "的", "__proto__", "constructor"])("knows none for %s", (word) => {
    expect(findSynonyms(word)).toEqual([]);
  });

  it("gives at most three others, each once", () => {
    for (const word of everyWord) {
      const found = findSynonyms(word);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      expect(found.filter((other) => other.includes(word))).toEqual([]);
    }
  });

  it("has forty meanings or more, each word in one set, each set and lead of use", () => {
    const inSets = synonymSets.flatMap(({ words }) => words);
    expect(synonymSets.length).toBeGreaterThanOrEqual(40);
    expect(inSets.filter((word, index) => inSets.indexOf(word) !== index)).toEqual([]);
    expect(
      synonymSets.filter(({ words }) => words.every((word) => findSynonyms(word).length === 0)),
    ).toEqual([]);
    expect(synonymLeads.filter(({ from }) => findSynonyms(from).length === 0)).toEqual([]);
    expect(synonymLeads.filter(({ from, to }) => to.includes(from))).toEqual([]);
  });

  it("has words that stay one term of a query, or they would never act", () => {
    const language = { segmenter: openSegmenter(fictionalNames), simplify: (text: string) => text };
    const count = (word: string) => {
      const { text } = parseQuery(word, names);
      return buildQueryTerms(text, language).alternatives.map(({ wanted }) => wanted.length);
    };
    expect(everyWord.filter((word) => count(word).join() !== "1")).toEqual([]);
  });

  it("has words that a query can hold as they are", () => {
    for (const word of everyWord) {
      const { text, filters, conditions, problems } = parseQuery(word, names);
      expect(text.map((node) => (node.kind === "any" ? null : node.text))).toEqual([word]);
      expect([...filters, ...conditions, ...problems]).toEqual([]);
    }
  });
});

import { describe, expect, test } from "vitest";
import { buildChips } from "../../search/language/build-chips.ts";
import { planQuery } from "../../search/planner.ts";
import { language } from "./query-language.ts";

const words = Array.from("甲乙丙丁戊己庚辛壬癸子丑寅", (char) => `${char}处`);

function read(q: string) {
  const { parsed, used, left } = planQuery(q, language);
  return {
    chips: buildChips({ ...parsed, text: used }, q).map(({ label }) => label),
    left: left.map(({ span }) => q.slice(span.start, span.end)),
  };
}

describe("what is more than can be asked for", () => {
  test("of words is told with its place, and has no chips", () => {
    const { chips, left } = read(words.join(" "));
    expect(chips).toEqual(words.slice(0, 10));
    expect(left).toEqual(["子处 丑处 寅处"]);
  });

  test("of exclusions is told with its place, and has no chips", () => {
    const { chips, left } = read(
      `公开 ${words
        .slice(0, 7)
        .map((word) => `-${word}`)
        .join(" ")}`,
    );
    expect(chips).toEqual(["公开", ...words.slice(0, 5).map((word) => `不含 ${word}`)]);
    expect(left).toEqual(["-己处 -庚处"]);
  });

  test("of alternatives is told with its place, and is on no chip", () => {
    const { chips, left } = read(`公开 ${words.slice(0, 6).join(" OR ")}`);
    expect(chips).toEqual(["公开", "甲处 或 乙处 或 丙处 或 丁处"]);
    expect(left).toEqual(["戊处 OR 己处"]);
  });

  test("of both is told for each", () => {
    const excluded = words.slice(0, 6).map((word) => `-“${word}”`);
    const { chips, left } = read(`${[...excluded, ...words.slice(6)].join(" ")} (公开 OR 不足)`);
    expect(chips.length).toBe(10);
    expect(left).toEqual(["-“己处”", "丑处 寅处"]);
  });

  test("is nothing where all fits, the words that say nothing among it", () => {
    const { chips, left } = read("什么 是 公开 -不足 甲处 OR 乙处");
    expect(chips).toEqual(["什么", "是", "公开", "不含 不足", "甲处 或 乙处"]);
    expect(left).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { fieldTerms } from "../../search/words/dictionary.ts";
import { openSimplifier } from "../../search/words/simplify-chinese.ts";
import { topicTerms } from "../../search/relaxed/topic-terms.ts";

describe("terms of topics", () => {
  it("are several hundred, in every field of work", () => {
    expect(topicTerms.length).toBeGreaterThan(650);
    expect(topicTerms).toEqual(
      expect.arrayContaining([
        "棚户区改造",
        "农村低保",
        "河湖长制",
        "五公开",
        "答复书",
        "政府公报",
      ]),
    );
  });

  it("occur once", () => {
    const twice = topicTerms.filter((term, at) => topicTerms.indexOf(term) !== at);
    expect(twice).toEqual([]);
  });

  it("are new to the terms of the field", () => {
    const known = new Set(fieldTerms);
    expect(topicTerms.filter((term) => known.has(term))).toEqual([]);
  });

  it("have two to twelve characters", () => {
    expect(topicTerms.filter((term) => !/^.{2,12}$/u.test(term))).toEqual([]);
  });

  it("are simplified", () => {
    const simplify = openSimplifier();
    expect(topicTerms.filter((term) => simplify(term) !== term)).toEqual([]);
  });

  it("are Han characters, but for a few with digits, Latin letters or a plus", () => {
    const mixed = topicTerms.filter((term) => !/^\p{Script=Han}+$/u.test(term));
    expect(mixed.filter((term) => !/^[\p{Script=Han}A-Za-z0-9+]+$/u.test(term))).toEqual([]);
    expect(mixed.length).toBeLessThan(10);
  });
});

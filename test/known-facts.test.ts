import { expect, test } from "vitest";
import { knownFacts } from "../corpus/forms/known-facts.ts";

test("a number is known by its key, with its label and the layouts that ask for it", () => {
  expect(knownFacts.get("requests.newReceived.total")).toEqual({
    key: "requests.newReceived.total",
    table: "requests",
    label: "本年新收政府信息公开申请数量·总计",
    unit: null,
    forms: ["2019", "2021"],
  });
  expect(knownFacts.get("disclosure.fees.amount")).toMatchObject({
    label: "行政事业性收费·本年收费金额",
    unit: "万元",
    forms: ["2021"],
  });
  expect(knownFacts.get("indicators.received.value")?.forms).toEqual(["2014"]);
});

test("every key is one that needs no quotation", () => {
  expect(knownFacts.size).toBeGreaterThan(300);
  for (const [key, { label }] of knownFacts) {
    expect(key).toMatch(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/);
    expect(label).toMatch(/\p{Script=Han}/u);
  }
});

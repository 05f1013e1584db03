import { describe, expect, it } from "vitest";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import { guessAgency, guessSite } from "../../../crawler/sources/guess-place.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const url = "http://www.qingshan.gov.test/";
const guess = (head: string) =>
  guessSite({ url, text: `<html><head>${head}</head></html>`, mediaType: "text/html" }, gazetteer);

describe("guessSite", () => {
  it.each([
    ["<title>青山县人民政府门户网站</title>", "990121"],
    ["<title>青山县人民政府</title>", "990121"],
    ["<title>首页-青山县人民政府</title>", "990121"],
    ["<title>政府信息公开 - 望川市青山县政府网</title>", "990121"],
    [`<title>首页</title><meta name="SiteName" content="望川市人民政府网站">`, "9901"],
    ["<title>welcome</title>", null],
    ["", null],
  ])("reads %s", (head, code) => {
    expect(guess(head).division?.code ?? null).toBe(code);
    expect(guess(head).agency).toBeNull();
  });

  it("knows the site of a department", () => {
    const found = guess("<title>青山县教育局</title>");
    expect([found.agency, found.division?.code]).toEqual(["青山县教育局", "990121"]);
    expect(guessAgency(null, { guess: found, address: url }, gazetteer).agency).toBe(
      "青山县教育局",
    );
  });
});

describe("guessAgency", () => {
  const site = guess("<title>青山县人民政府</title>");
  it.each([
    ["落霞镇", "落霞镇人民政府", "990121101"],
    ["县教育局", "青山县教育局", "990121"],
    [null, null, "990121"],
  ])("names the body of %s within the place of the site", (printed, agency, code) => {
    const found = guessAgency(printed, { guess: site, address: url }, gazetteer);
    expect([found.agency, found.division?.code]).toEqual([agency, code]);
  });
});

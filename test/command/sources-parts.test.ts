import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { openAskPerson } from "../../command/ask-person.ts";
import { WrongUsage } from "../../command/command.ts";
import { findDivision } from "../../command/find-division.ts";
import { formatTable } from "../../command/format-table.ts";
import { nameCrawler } from "../../command/open-visitors.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { buildSourceId, numberSourceId } from "../../crawler/sources/build-source-id.ts";
import { isOwnHost } from "../../corpus/is-own-host.ts";

const gazetteer = loadGazetteer();
const openTerminal = () => Object.assign(new PassThrough(), { isTTY: true });

describe("findDivision", () => {
  it.each([
    ["370883", "370883"],
    ["邹城市", "370883"],
    ["山东省济宁市邹城市", "370883"],
    ["济宁市邹城市", "370883"],
    ["南京市鼓楼区", "320106"],
    ["新疆", "65"],
  ])("finds %s", (words, code) => {
    expect(findDivision(words, gazetteer).code).toBe(code);
  });

  it.each(["鼓楼区", "无此县", "", "370999"])("refuses %j", (words) => {
    expect(() => findDivision(words, gazetteer)).toThrow(WrongUsage);
  });

  it("shows the codes of places that share a name", () => {
    expect(() => findDivision("鼓楼区", gazetteer)).toThrow(/320106 江苏省南京市鼓楼区/u);
  });
});

describe("openAskPerson", () => {
  it.each([
    ["y\n", true],
    ["yes\n", true],
    ["\n", false],
    ["no\n", false],
  ])("takes %j as %s", async (typed, isYes) => {
    const streams = { in: openTerminal(), err: openTerminal() };
    const answer = openAskPerson(streams)?.("Keep it?");
    streams.in.write(typed);
    expect(await answer).toBe(isYes);
    expect(String(streams.err.read())).toContain("Keep it? [y/N]");
  });

  it("takes the end of what is typed as a no, and is none without a terminal", async () => {
    const streams = { in: openTerminal(), err: openTerminal() };
    const answer = openAskPerson(streams)?.("Keep it?");
    streams.in.end();
    expect(await answer).toBe(false);
    expect(openAskPerson({ in: new PassThrough(), err: openTerminal() })).toBeNull();
  });
});

describe("formatTable", () => {
  it("aligns columns where Chinese characters count twice", () => {
    expect(
      formatTable([
        ["id", "place", "x"],
        ["abc", "青山县", "y"],
        ["d", "", ""],
      ]),
    ).toEqual(["id   place   x", "abc  青山县  y", "d"]);
  });
});

describe("nameCrawler", () => {
  it.each([
    ["a@example.org", "(+mailto:a@example.org)", "a@example.org"],
    ["https://example.org/", "(+https://example.org/)", null],
  ])("tells the contact %s", (crawlContact, words, contact) => {
    const named = nameCrawler({ crawlContact });
    expect(named.userAgent).toMatch(/^GongkaiBot\/\d+\.\d+\.\d+ \(/u);
    expect(named.userAgent.endsWith(words)).toBe(true);
    expect(named.contact).toBe(contact);
  });
});

describe("isOwnHost", () => {
  it.each([
    ["http://127.0.0.1:3000/", true],
    ["http://127.9.9.9/", true],
    ["http://[::1]/", true],
    ["http://localhost/", true],
    ["http://www.qingshan.gov.test/", true],
    ["http://www.qingshan.gov.test./", true],
    ["http://127.0.0.1.example.org/", false],
    ["http://test.gov.cn/", false],
    ["http://10.0.0.1/", false],
    ["http://www.gov.cn/?a=.test", false],
    ["nowhere", false],
  ])("%s: %s", (address, isOwn) => {
    expect(isOwnHost(address)).toBe(isOwn);
  });
});

describe("buildSourceId", () => {
  it.each([
    ["http://www.qingshan.gov.test/zwgk/", "qingshan"],
    ["https://xxgk.qingshan.gov.cn/", "qingshan"],
    ["http://61.150.65.235/zfxxgk/", "61-150-65-235"],
    ["http://www.青山.gov.cn/", "xn-rht138k"],
  ])("names %s", (entry, id) => {
    expect(buildSourceId(entry, new Set())).toBe(id);
  });

  it("numbers where an id is taken", () => {
    expect(numberSourceId("a", new Set(["a", "a-2"]))).toBe("a-3");
  });
});

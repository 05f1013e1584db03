import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRobots, type RobotsRules } from "../../../crawler/manners/parse-robots.ts";
import { buildRobotsRecord, robotsRecordSchema } from "../../../crawler/manners/robots-record.ts";

const host = "http://www.qingshan.gov.test";
const fetchedAt = Date.parse("2024-01-17T00:00:00Z");
const hourMs = 3_600_000;

function readFile(body: string | Uint8Array, status: number | null = 200): RobotsRules {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return parseRobots(buildRobotsRecord({ status, body: bytes, fetchedAt }));
}

function judge(body: string | Uint8Array, path: string): string {
  return readFile(body).judge(`${host}${path}`);
}

describe("by status", () => {
  const forbidding = "User-agent: *\nDisallow: /";

  it.each([301, 302, 400, 401, 403, 404, 410, 451])("%d lets everything in", (status) => {
    const rules = readFile(forbidding, status);
    expect(rules.judge(`${host}/zwgk/`)).toBe("allowed");
    expect(rules.freshUntil).toBe(fetchedAt + 24 * hourMs);
  });

  it.each([null, 408, 425, 429, 500, 502, 503, 521])("%s lets nothing in for an hour", (status) => {
    const rules = readFile(forbidding, status);
    expect(rules.judge(`${host}/zwgk/`)).toBe("unknown");
    expect(rules.crawlDelayMs).toBeNull();
    expect(rules.freshUntil).toBe(fetchedAt + hourMs);
  });

  it("a file is kept for a day", () => {
    expect(readFile(forbidding).judge(`${host}/zwgk/`)).toBe("forbidden");
    expect(readFile(forbidding).freshUntil).toBe(fetchedAt + 24 * hourMs);
  });

  it("no body lets everything in", () => {
    const record = buildRobotsRecord({ status: 200, body: null, fetchedAt });
    expect(parseRobots(record).judge(`${host}/`)).toBe("allowed");
  });
});

describe("by content", () => {
  it.each([
    ["a page", "<!DOCTYPE html>\n<p>\nUser-agent: *\nDisallow: /\n</p>"],
    ["a page after blank lines", "\r\n \r\n<html><body>页面不存在</body></html>"],
    ["an empty file", ""],
    ["rules of nobody", "Disallow: /"],
    ["an empty rule", "User-agent: *\nDisallow:"],
    ["rules of others", "User-agent: Baiduspider\nDisallow: /"],
    ["a comment", "User-agent: *\n# Disallow: /"],
  ])("%s forbids nothing", (_, body) => {
    expect(judge(body, "/zwgk/index.html")).toBe("allowed");
  });

  it.each([
    [
      "its own group",
      "User-agent: gongkaibot/1.0 (x)\nDisallow: /zwgk/\n\nUser-agent: *\nAllow: /",
    ],
    ["everyone's group", "User-agent: * \nDisallow: /zwgk/"],
    ["lines of a Mac", "User-agent: *\rDisallow: /zwgk/"],
    ["two groups of one name", "User-agent: *\nAllow: /a\nUser-agent: *\nDisallow: /zwgk"],
    ["a list of names", "User-agent: *\nUser-agent: x\n\nSitemap: /s\nDisallow: /zwgk"],
    ["a Crawl-delay among names", "User-agent: *\nCrawl-delay: 1\nUser-agent: x\nDisallow: /zwgk"],
    ["asterisks", "User-agent: *\nDisallow: /*******gk/*.html$"],
    ["full-width colons", "User-agent：*\nDisallow：/zwgk/"],
    ["an encoded letter", "User-agent: *\nDisallow: /zwg%6B/"],
    ["the longest rule", "User-agent: *\nAllow: /zw\nDisallow: /zwgk/\nAllow: /z"],
  ])("%s is kept", (_, body) => {
    expect(judge(body, "/zwgk/index.html")).toBe("forbidden");
    expect(judge(body, "/other/")).toBe("allowed");
  });

  it("an own group counts instead of everyone's", () => {
    const body =
      "User-agent: *\nDisallow: /\nCrawl-delay: 9\n\nUser-agent: GongkaiBot\nDisallow: /a";
    expect(judge(body, "/zwgk/")).toBe("allowed");
    expect(readFile(body).crawlDelayMs).toBeNull();
  });

  it.each([
    ["/zwgk/年报/", "/zwgk/%e5%b9%b4%e6%8a%a5/x"],
    ["/a[1]|b", "/a[1]|b"],
    ["/a%5b1", "/a[1]"],
    ["/search?q=", "/search?q=年报"],
    ["//zwgk", "//zwgk/"],
  ])("%s forbids %s", (rule, path) => {
    expect(judge(`User-agent: *\nDisallow: ${rule}`, path)).toBe("forbidden");
  });

  it("robots.txt itself is always allowed, what is no address never", () => {
    expect(judge("User-agent: *\nDisallow: /", "/robots.txt")).toBe("allowed");
    expect(readFile("").judge("年报")).toBe("forbidden");
    expect(readFile("").judge("javascript:void(0)")).toBe("forbidden");
    expect(readFile("", 500).judge("")).toBe("forbidden");
  });

  it("is read whatever its encoding", () => {
    const rules = "User-agent: *\r\nDisallow: /zwgk/\r\n";
    const gbk = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa];
    const files = [
      Buffer.from(`\uFEFF${rules}`),
      Buffer.from(`\uFEFF${rules}`, "utf16le"),
      Buffer.concat([Buffer.from("# "), Buffer.from(gbk), Buffer.from(`\r\n${rules}`)]),
    ];
    for (const file of files) expect(judge(file, "/zwgk/")).toBe("forbidden");
  });
});

describe("Crawl-delay", () => {
  it.each([
    ["10", 10_000],
    ["0.5", 500],
    [".25", 250],
    ["2.0001", 2_001],
    ["10 # seconds", 10_000],
    ["10秒", 10_000],
    ["0", 0],
    ["-3", null],
    ["", null],
    ["soon", null],
    ["Infinity", null],
  ])("%s", (value, ms) => {
    const rules = readFile(`User-agent: *\nCrawl-delay: ${value}\nDisallow: /a`);
    expect(rules.crawlDelayMs).toBe(ms);
    expect(rules.note).toBeNull();
  });

  it("counts where it is largest", () => {
    expect(readFile("User-agent: *\nCrawl-delay: 9\nCrawl-delay: 2").crawlDelayMs).toBe(9_000);
  });

  it.each(["3601", "86400", "9".repeat(400)])("of %s s is bounded, and told", (value) => {
    const rules = readFile(`User-agent: *\nCrawl-delay: ${value}`);
    expect(rules.crawlDelayMs).toBe(hourMs);
    expect(rules.note).toMatch(/more than an hour/);
  });
});

describe("size", () => {
  it("reads 500 KiB at least", () => {
    const filler = "#".repeat(99).concat("\n").repeat(5119);
    expect(filler.length).toBeLessThan(512_000);
    expect(judge(`${filler}User-agent: *\nDisallow: /zwgk/\n`, "/zwgk/")).toBe("forbidden");
  });

  it("cuts 600 kB at a line, so that half a rule forbids nothing", () => {
    const line = `Disallow: /z/${"9".repeat(86)}\n`;
    const body = `User-agent: *\n${line.repeat(6000)}`;
    const record = buildRobotsRecord({ status: 200, body: Buffer.from(body), fetchedAt });
    expect(record.body.length).toBeLessThanOrEqual(524_288);
    expect(record.body.length).toBeGreaterThan(512_000);
    expect(record.body.endsWith(line)).toBe(true);
    expect(parseRobots(record).judge(`${host}/z/9`)).toBe("allowed");
  });

  it("cuts UTF-16 between characters", () => {
    const body = Buffer.from(
      `\uFEFFUser-agent: *\n${"Disallow: /zwgk\n".repeat(20_000)}`,
      "utf16le",
    );
    const record = buildRobotsRecord({ status: 200, body, fetchedAt });
    expect(record.body.endsWith("Disallow: /zwgk\n")).toBe(true);
  });

  it("takes one line of 600 kB for none", () => {
    const body = Buffer.from(`User-agent: *${" ".repeat(600_000)}`);
    expect(buildRobotsRecord({ status: 200, body, fetchedAt }).body).toBe("");
  });
});

describe("hostile files", () => {
  const junkLine = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("User-agent: *", "User-agent: __proto__", "Crawl-delay: 1e999", "\uD800", "%"),
    fc.string({ unit: "grapheme" }).map((text) => `Disallow: /${text}`),
    fc
      .array(fc.constantFrom("*", "a", "$", "%", "/", "%2e"), { maxLength: 50 })
      .map((parts) => `Allow: ${parts.join("")}`),
  );

  it("never make it throw, and the record brings the same rules back", () => {
    fc.assert(
      fc.property(fc.array(junkLine), fc.webUrl(), fc.nat(700), (lines, url, status) => {
        const record = buildRobotsRecord({
          status,
          body: Buffer.from(lines.join("\n")),
          fetchedAt,
        });
        const again = robotsRecordSchema.parse(JSON.parse(JSON.stringify(record)));
        const [rules, rebuilt] = [parseRobots(record), parseRobots(again)];
        expect(["allowed", "forbidden", "unknown"]).toContain(rules.judge(url));
        expect(rebuilt.judge(url)).toBe(rules.judge(url));
        expect(rebuilt.crawlDelayMs).toBe(rules.crawlDelayMs);
        expect(rules.crawlDelayMs ?? 0).toBeLessThanOrEqual(hourMs);
      }),
    );
  });

  it("of 600 kB of any bytes are survived", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), fc.string(), (unit, path) => {
        const body = Buffer.alloc(600_000, unit);
        const rules = readFile(Buffer.concat([Buffer.from("User-agent: *\n"), body]));
        expect(["allowed", "forbidden"]).toContain(rules.judge(`${host}/${path}`));
      }),
      { numRuns: 20 },
    );
  });

  it("of asterisks alone are judged", () => {
    const body = `User-agent: *\n${"Disallow: /*a*a*a*a*b\n".repeat(25_000)}`;
    expect(judge(body, `/${"a".repeat(500)}`)).toBe("allowed");
    expect(judge(body, `/${"a".repeat(500)}b`)).toBe("forbidden");
  });
});

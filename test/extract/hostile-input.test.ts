import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { forms } from "../../corpus/forms/forms.ts";
import { extractReport } from "../../indexer/extract/main.ts";
import { NotAReport } from "../../indexer/extract/not-a-report.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { layouts } from "./layouts.ts";
import { readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const nowhere = new Gazetteer([]);
const steps = 400_000;
/** `FUZZ_FACTOR=100` runs so many times the usual number of cases. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);

const originals = forms.flatMap((form) =>
  layouts.map((layout) => writeReport(form, layout, numberAll(form))),
);
/** Extracts bytes; what is refused must be refused by one of the two errors, in a sentence. */
async function attempt(bytes: Uint8Array): Promise<"read" | "refused"> {
  try {
    await extractReport({ bytes, file: "hostile", address: null }, nowhere);
    return "read";
  } catch (error) {
    const isKnown = error instanceof NotAReport || error instanceof UnreadableFile;
    if (!isKnown || !/^[A-Z].{20,300}\.$/u.test(error.message)) throw error;
    return "refused";
  }
}

function refuse(text: string): unknown {
  try {
    return readText(text);
  } catch (error) {
    return error;
  }
}

describe("what is no report is refused with a sentence", () => {
  it.each([
    ["an empty file", new Uint8Array(), "empty"],
    [
      "a binary",
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 197) % 256),
      "application/octet-stream",
    ],
    ["a PDF that is cut off", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "damaged or cut off"],
    ["a document in RTF", Buffer.from("{\\rtf1\\ansi }"), "save it as .docx"],
    ["an archive", Buffer.from("Rar!\u001A\u0007\u0000"), "unpack it"],
    ["a file of 50 MB", Buffer.alloc(50 * 1024 * 1024, "a"), "50 MB"],
    [
      "a page of another kind",
      Buffer.from("<html><body><h1>石溪镇</h1><p>政府信息公开指南</p></body></html>"),
      "no annual report",
    ],
    [
      "a list of reports",
      Buffer.from(
        `<html><body><ul>${"<li>石溪镇2023年政府信息公开工作年度报告</li>".repeat(30)}</ul></body></html>`,
      ),
      "no annual report",
    ],
    ["blanks", Buffer.from(" \n\t\n \u3000"), "no annual report"],
  ])("%s", async (_, bytes, words) => {
    let message = "";
    try {
      await extractReport({ bytes, file: "x", address: null }, nowhere);
    } catch (error) {
      if (error instanceof NotAReport || error instanceof UnreadableFile) message = error.message;
    }
    expect(message).toContain(words);
    expect(await attempt(bytes)).toBe("refused");
  });

  it("a report without any year", () => {
    const text =
      "石溪镇政府信息公开工作年度报告\n一、总体情况\n好。\n二、主动公开政府信息情况\n好。\n三、收到和处理政府信息公开申请情况\n没有。\n四、其他需要报告的事项\n无。";
    expect(refuse(text)).toBeInstanceOf(NotAReport);
    expect(readText(text.replace("石溪镇", "石溪镇2022年")).year).toBe(2022);
  });
});

describe("a paper on how reports are written is refused", () => {
  const [form = ""] = originals.slice(-6, -5);
  const blank = form.replaceAll(/(<td[^>]*><p><span>)\d+</gu, "$1<");
  const own = "云岭县石溪镇2023年政府信息公开工作年度报告";
  const notice = "关于做好2023年政府信息公开工作年度报告编制工作的通知";

  it.each([
    ["a notice", blank.replace(own, notice)],
    ["a notice of an office", blank.replace(own, `云岭县政府办公室${notice}`)],
    ["a notice on two lines", blank.replace(own, `${notice.slice(0, 22)}<br>${notice.slice(22)}`)],
    ["a notice with the form attached", blank.replace("<p>", `<p>${notice}</p><p>`)],
    ["a notice by its title", blank.replace("<title>", `<title>${notice}_`)],
    ["the blank form", blank.replace(own, "中华人民共和国政府信息公开工作年度报告格式")],
    ["notes on the form", blank.replace(own, "政府信息公开工作年度报告编制说明")],
  ])("%s", (_, text) => {
    const error = refuse(text);
    expect(error).toBeInstanceOf(NotAReport);
    expect(error instanceof Error && error.message).toMatch(/how reports are written/u);
  });

  it.each([
    ["a report whose tables are images", form.replaceAll(/<table>.*?<\/table>/gsu, "<img>")],
    ["a report that leaves every cell blank", blank],
    [
      "a report that a notice publishes",
      form.replace("<title>", "<title>关于公布2023年政府信息公开工作年度报告的通知_"),
    ],
    [
      "a report that names the notice",
      form
        .replaceAll(/<table>.*?<\/table>/gsu, "")
        .replace("本报告由", `根据《${notice}》要求，编制本报告。本报告由`),
    ],
    ["a report with numbers in a notice", form.replace("<title>", `<title>${notice}_`)],
  ])("but not %s", (_, text) => {
    expect(refuse(text)).toMatchObject({ year: 2023 });
  });
});

/** Each is built to make a naive reader take minutes or gigabytes. */
const bombs: readonly (readonly [string, string])[] = [
  ["nested elements", "<div>".repeat(steps / 20)],
  ["nested elements, closed", "<div>".repeat(20_000) + "</div>".repeat(20_000)],
  [
    "unclosed formatting in many paragraphs",
    `${Array.from({ length: 900 }, (_, at) => `<b id=${at}>`).join("")}${"<p>x".repeat(10_000)}`,
  ],
  ["content between table rows", `<table>${"<i>x</i>".repeat(100_000)}`],
  [
    "an element with 200,000 attributes",
    `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}`).join(" ")}>x`,
  ],
  ["10,000 columns", `<table>${`<tr>${"<td>0".repeat(10_000)}`.repeat(2)}`],
  [
    "row spans of 65,534",
    `<table>${`<tr>${"<td rowspan=65534 colspan=1000>0".repeat(50)}`.repeat(60)}`,
  ],
  ["nested tables", "<table><tr><td>".repeat(900)],
  ["one long line", "政府信息公开工作".repeat(steps / 16)],
  ["labels on one line", "规章 ".repeat(steps / 16)],
  ["labels and numbers on one line", "行政许可 0 ".repeat(steps / 40)],
  ["a million short lines", "1\n".repeat(250_000)],
  ["numbers on lines", "一、本年新收政府信息公开申请数量\n0\n".repeat(4_000)],
  ["tabs", "规章\t".repeat(20_000)],
  ["pipes", "|".repeat(200_000)],
  ["digits", "1".repeat(1_000_000)],
  ["headings", "一、总体情况\n二、主动公开政府信息情况\n".repeat(4_000)],
  ["titles", "石溪镇2023年政府信息公开工作年度报告\n".repeat(4_000)],
  ["brackets", "（".repeat(100_000)],
  ["white space", `<p>汉${" ".repeat(200_000)}\n${" ".repeat(200_000)}x`],
  ["unfinished tags", "<a".repeat(100_000)],
  ["unfinished comments", "<!--".repeat(100_000)],
  ["metadata labels", "发布日期 ".repeat(50_000)],
  ["spread letters", `索${" ".repeat(200_000)}引${" ".repeat(200_000)}号`],
];

describe("a file built to exhaust the reader ends", () => {
  it.each(bombs)(
    "%s",
    async (_, text) => {
      expect(["read", "refused"]).toContain(await attempt(Buffer.from(text)));
      const report = `石溪镇2023年政府信息公开工作年度报告\n一、总体情况\n${text}\n二、主动公开政府信息情况\n好。`;
      expect(["read", "refused"]).toContain(await attempt(Buffer.from(report)));
    },
    120_000,
  );
});

const pieces = [
  "<table>",
  "</table>",
  "<td>",
  "<tr>",
  "</div>",
  "|",
  "\t",
  "\n",
  "0",
  "规章",
  "其他",
  "总计",
  "一、",
  "（三）",
  "\u0000",
  "\uFFFD",
  "𠀀",
  "-",
  "<!--",
  "<script>",
  "&#0;",
  " ",
];

describe("mutated reports", () => {
  it("are read or refused, never a crash", async () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat(60),
      put: fc.constantFrom("", ...pieces),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (text, changes) => {
          let mutated = text;
          for (const { at, length, put } of changes) {
            const from = at % mutated.length;
            mutated = mutated.slice(0, from) + put + mutated.slice(from + length);
          }
          expect(["read", "refused"]).toContain(await attempt(Buffer.from(mutated)));
        },
      ),
      { numRuns: 150 * factor },
    );
  });

  it("of bytes are read or refused too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        async (text, changes) => {
          const bytes = Buffer.from(text);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          expect(["read", "refused"]).toContain(await attempt(bytes));
        },
      ),
      { numRuns: 50 * factor },
    );
  });

  it("and any text at all", async () => {
    const words = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 })
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect(["read", "refused"]).toContain(await attempt(Buffer.from(text)));
      }),
      { numRuns: 150 * factor },
    );
  });
});

describe("other charsets", () => {
  it("reads a page in UTF-16 as one in UTF-8", async () => {
    const [text = ""] = originals.slice(-1);
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    const reading = await extractReport({ bytes: wide, file: "x", address: null }, nowhere);
    expect(reading.facts.map(({ value }) => value)).toEqual(
      readText(text).facts.map(({ value }) => value),
    );
  });

  it("says how many characters are lost", async () => {
    const [text = ""] = originals.slice(-1);
    const at = Buffer.byteLength(text.slice(0, text.indexOf("石溪镇主动公开")));
    const bytes = Buffer.from(text);
    bytes[at] = 0xff;
    const { warnings } = await extractReport({ bytes, file: "x", address: null }, nowhere);
    expect(warnings[0]).toMatch(/^有 \d+ 个字符无法解码。$/u);
  });

  it("shows script of a page as text only where a reader sees it", () => {
    const page = originals.find((text) => text.startsWith("<!DOCTYPE")) ?? "";
    const shown = readText(
      page.replace(
        "在门户网站公开信息",
        "&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script>",
      ),
    );
    const words = shown.sections.map(({ text }) => text).join("");
    expect(words).toContain("<script>alert(1)</script>");
    expect(words).not.toContain("alert(2)");
  });
});

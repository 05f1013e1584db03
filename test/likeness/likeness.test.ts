import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNameMask } from "../../corpus/likeness/build-name-mask.ts";
import { buildShingles, longestText } from "../../corpus/likeness/build-shingles.ts";
import { computeShare } from "../../corpus/likeness/compute-share.ts";
import { findCommonShingles } from "../../corpus/likeness/find-common-shingles.ts";
import { foldProse } from "../../corpus/likeness/fold-prose.ts";
import { copiedShare, minShingles } from "../../corpus/likeness/likeness.ts";
import { listCopied } from "../../corpus/likeness/list-copied.ts";
import {
  buildBandKeys,
  buildSignature,
  estimateShare,
  packSignature,
} from "../../corpus/likeness/min-hash.ts";
import { rankReports } from "../../corpus/likeness/rank-reports.ts";
import { ShingleReader } from "../../corpus/likeness/shingle-reader.ts";
import { forms } from "../../corpus/forms/forms.ts";
import type { SectionKind } from "../../corpus/section.ts";
import { buildProse, proseArbitrary } from "./fictional-prose.ts";

const share = (one: string, other: string) =>
  computeShare(buildShingles(one), buildShingles(other));
const pack = (text: string) => packSignature(buildSignature(buildShingles(text)));
const list = (text: string) => buildBandKeys(buildSignature(buildShingles(text)));

describe("the share of two texts", () => {
  it("is 100 % of a text and itself, however it is set", () => {
    fc.assert(
      fc.property(proseArbitrary, (text) => {
        expect(share(text, text)).toBe(1);
        expect(share(text, text.replaceAll("。", " .\n　"))).toBe(1);
      }),
    );
  });

  it("is symmetric and from 0 to 1", () => {
    fc.assert(
      fc.property(fc.string(), proseArbitrary, fc.string(), (start, text, end) => {
        const [one, other] = [start + text, text + end];
        expect(share(one, other)).toBe(share(other, one));
        expect(share(one, other)).toBeGreaterThanOrEqual(0);
        expect(share(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("stays at 100 % where only the numbers are others, of whatever length and width", () => {
    fc.assert(
      fc.property(proseArbitrary, fc.nat(), fc.nat(), (text, one, other) => {
        const put = (number: string) => text.replace("。", `共${number}件。`);
        expect(share(put(String(one)), put(String(other)))).toBe(1);
        expect(share(put("2023"), put("２０２２"))).toBe(1);
      }),
    );
  });

  it("falls by little where one word is another", () => {
    fc.assert(
      fc.property(proseArbitrary, (text) => {
        const changed = `${text.slice(0, 12)}甲${text.slice(13)}`;
        expect(share(text, changed)).toBeGreaterThan(0.9);
        expect(share(text, changed)).toBeLessThan(1);
      }),
    );
  });

  it("is what is left by counting by hand", () => {
    // abcde bcdef | bcdef cdefg
    expect(share("abcdef", "bcdefg")).toBe(1 / 3);
    expect(share("abcd", "abcd")).toBe(0);
    expect(share("", "")).toBe(0);
  });
});

describe("folding", () => {
  it("makes sentences and cells of a text", () => {
    expect(foldProse("（一）Ａｂ-c，共１2.5 万。好\n行政处罚  75\t３")).toEqual([
      "一abc共0万",
      "好",
      "行政处罚",
      "0",
      "0",
    ]);
  });
});

describe("signatures", () => {
  it("estimate the share", () => {
    const text = buildProse(7, 40);
    for (const kept of [5, 10, 20, 30, 40]) {
      const part = text.slice(0, kept * 41);
      expect(Math.abs(estimateShare(pack(part), pack(text)) - share(part, text))).toBeLessThan(0.2);
    }
    expect(estimateShare(pack(text), pack(text))).toBe(1);
    expect(estimateShare(pack(buildProse(1)), pack(buildProse(2)))).toBeLessThan(0.1);
  });

  it("are the same on every machine", () => {
    const [first, second] = list("青山县清溪镇把公开栏搬进了晒谷场");
    expect([first, second]).toEqual([-1_479_717_440, 780_102_207]);
  });

  it("have a band in common where texts are copied, and hardly ever where they are not", () => {
    const met = (one: string, other: string) => {
      const keys = new Set(list(one));
      return list(other).some((key) => keys.has(key));
    };
    const seeds = Array.from({ length: 200 }, (_, seed) => seed);
    const copied = seeds.filter((seed) => {
      const text = buildProse(seed, 10);
      const copy = buildProse(seed, 9) + buildProse(seed + 1_000, 1);
      expect(share(text, copy)).toBeGreaterThan(copiedShare);
      return met(text, copy);
    });
    expect(copied.length).toBeGreaterThanOrEqual(199);
    expect(seeds.filter((seed) => met(buildProse(seed), buildProse(seed + 500))).length).toBe(0);
  });
});

describe("what everybody writes", () => {
  const reader = new ShingleReader(new Map());
  const read = (text: string, kind: SectionKind = "other") =>
    reader.read({ name: `${kind}${text}`, kind, text });

  it("leaves less than can be compared of a form without a word of one's own", () => {
    const filled = forms.map(({ tables }) =>
      tables
        .flatMap(({ caption, blocks }) => [
          caption,
          ...blocks.flatMap(({ heading = "", columns, rows }) => [
            heading,
            columns.map(({ label }) => label).join("  "),
            ...rows.map(({ label, number = "" }) => `${number}${label}  0  12  3.5`),
          ]),
        ])
        .join("\n"),
    );
    for (const text of filled) {
      expect(buildShingles(text).size).toBeGreaterThan(minShingles);
      expect(read(text).size).toBe(0);
    }
    expect(read("无其他需要报告的事项。本年度没有收取信息处理费。").size).toBeLessThan(minShingles);
  });

  it("is what a third of thirty agencies say, and nothing of fewer", () => {
    const everywhere = buildProse(1);
    const sometimes = buildProse(2);
    const texts = Array.from(
      { length: 30 },
      (_, i) => (i < 10 ? everywhere : "") + (i < 9 ? sometimes : "") + buildProse(100 + i),
    );
    const common = findCommonShingles(texts);
    expect(new Set(common)).toEqual(buildShingles(everywhere));
    expect(findCommonShingles(texts.slice(0, 29))).toEqual([]);
    const learnt = new ShingleReader(new Map([["problems", common]]));
    const text = everywhere + sometimes;
    expect(learnt.read({ name: "a", kind: "problems", text })).toEqual(buildShingles(sometimes));
    expect(learnt.read({ name: "b", kind: "other", text }).size).toBe(buildShingles(text).size);
  });

  it("reads no more of a text than a section can be long", () => {
    const text = buildProse(3, 3_000);
    expect(buildShingles(text)).toEqual(buildShingles(`${text.slice(0, longestText)}青山县清溪镇`));
  });

  it("keeps what was read for long without keeping everything", () => {
    const texts = Array.from({ length: 200 }, (_, i) => buildProse(i, 100));
    for (const text of texts) expect(read(text)).toEqual(buildShingles(text));
    expect(read(texts[0] ?? "")).toEqual(buildShingles(texts[0] ?? ""));
  });
});

describe("short texts", () => {
  const reader = new ShingleReader(new Map());
  const read = (text: string) => reader.read({ name: text, kind: "problems", text });
  const short =
    "村级公开栏长期无人打理，纸张被雨水打湿后无人更换；赶集日的咨询台 12 次只摆出 3 次。";

  it("are like the same text alone, however it is set and whatever its numbers", () => {
    expect(buildShingles(short).size).toBeLessThan(minShingles);
    const same = read(`　　${short.replace("12", "７").replace("；", ";\n")}`);
    expect(computeShare(read(short), same)).toBe(1);
    expect(computeShare(read(short), read(short.replace("雨水", "露水")))).toBe(0);
    expect(computeShare(read(short), read(`${short}${buildProse(1)}`))).toBe(0);
  });

  it("are compared without what everybody writes", () => {
    const [said] = read(`${short}其他需要报告的事项。本年度没有收取信息处理费。`);
    expect(said).toBe([...read(short)][0]);
  });

  it("tell nothing where they say less than a sentence of their own", () => {
    const nothing = [
      "无。",
      "本年度无其他需要报告的事项。",
      "公开形式单一，回复慢，档案不齐。",
      "合计  自然人  商业企业  科研机构  0  0  0  商业企业  科研机构  社会公益  法律服务  其他  总计",
    ];
    for (const text of nothing) expect(read(text).size).toBe(0);
  });
});

describe("own names", () => {
  const mask = buildNameMask(["青山县教育局", "云陵省", "望川市", "青山县"]);
  const other = buildNameMask(["柳泉县教育局", "云陵省", "柳泉县"]);

  it("do not keep a text from being a copy", () => {
    const write = (place: string) =>
      `${place}教育局把招生政策写得太长，${place}的家长看不懂，云陵省${place}城的学校也少有解释。`;
    expect(mask(write("青山县"))).toBe(other(write("柳泉县")));
    expect(mask("云陵省望川市青山县教育局")).toBe(other("柳泉县教育局"));
  });

  it("are masked by their short forms, and names of others are not", () => {
    expect(mask("云陵与柳泉县")).toBe("某与柳泉县");
    expect(buildNameMask([])("青山县")).toBe("青山县");
    expect(buildNameMask(["a+b(c"])("aab a+b(c")).toBe("aab 某");
  });
});

describe("what is told of a report", () => {
  const other = { relation: "agency", reportId: "b", agency: "乙", year: 2022 } as const;
  const own = { relation: "year", reportId: "a-2021", agency: "甲", year: 2021 } as const;
  const sections = [
    {
      position: 1,
      matches: [
        { ...own, position: 1, share: 1 },
        { ...other, position: 1, share: 0.9 },
        { ...other, position: 4, share: 0.5 },
      ],
    },
    { position: 4, matches: [{ ...other, position: 4, share: 0.69 }] },
    { position: 5, matches: [] },
  ];

  it("calls sections copied from the threshold on", () => {
    expect(listCopied({ sections }, 1)).toEqual(["agency", "year"]);
    expect(listCopied({ sections }, 4)).toEqual(["none"]);
    expect(listCopied({ sections }, 5)).toEqual(["none"]);
  });

  it("does not say of what was not compared that nobody says the same", () => {
    expect(listCopied({ sections }, 9)).toEqual(["uncompared"]);
  });

  it("ranks reports by the mean over all sections that can be compared", () => {
    const ranked = rankReports(sections, 4, 10);
    expect(ranked.map(({ reportId, sections: count }) => [reportId, count])).toEqual([
      ["b", 2],
      ["a-2021", 1],
    ]);
    expect(ranked[0]?.share).toBeCloseTo((0.9 + 0.69) / 4);
    expect(ranked[1]?.share).toBe(1 / 4);
    expect(rankReports(sections, 4, 1)).toHaveLength(1);
  });
});

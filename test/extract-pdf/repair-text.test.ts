import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairText } from "../../indexer/extract/pdf/repair-text.ts";

const radicals = Array.from({ length: 0x2ef4 - 0x2e80 }, (_, at) =>
  String.fromCodePoint(0x2e80 + at),
);

describe("repairText", () => {
  it("writes radicals as the characters they stand for", () => {
    expect(repairText("⼈⺠政府⽹站⻔户，⻅附件⻚，⾏政⻋辆、⻓期、⻩⾦、⻥⻢⻦")).toBe(
      "人民政府网站门户，见附件页，行政车辆、长期、黄金、鱼马鸟",
    );
    const left = radicals.filter(
      (radical) => /\p{Assigned}/u.test(radical) && repairText(radical) === radical,
    );
    // U+2E80 repeats a stroke and stands for no character.
    expect(left).toEqual(["\u2e80"]);
    const kangxi = Array.from({ length: 214 }, (_, at) => String.fromCodePoint(0x2f00 + at));
    expect(kangxi.every((radical) => /^\p{Unified_Ideograph}$/u.test(repairText(radical)))).toBe(
      true,
    );
  });

  it("writes compatibility ideographs, ligatures and vertical signs as prose does", () => {
    expect(repairText("\uf9e9\ufa0c ﬁle ︵一︶﹁三安全﹂")).toBe("里兀 file （一）「三安全」");
  });

  it("leaves full-width signs, numbered circles and units as printed", () => {
    const prose = "（一）２０２４年：①℃㎡，“三安全一稳定”；½……—～％";
    expect(repairText(prose)).toBe(prose);
  });

  it("changes nothing else, and nothing twice", () => {
    const repaired =
      /[\u00ad\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe48]|[\u{2f800}-\u{2fa1f}]/u;
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = repairText(text);
        expect(repairText(once)).toBe(once);
        expect(repaired.test(text) || once === text).toBe(true);
      }),
    );
  });
});

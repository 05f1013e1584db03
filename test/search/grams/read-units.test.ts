import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUnits } from "../../../search/grams/read-units.ts";
import { mixedText } from "./mixed-text.ts";

const read = (text: string): readonly string[] => readUnits(text).map((unit) => unit.text);

describe("units", () => {
  test.each([
    ["公开8840条", ["公", "开", "8840", "条"]],
    ["共1,234件", ["共", "1234", "件"]],
    ["1,234,567", ["1234567"]],
    ["12,34", ["12", ",", "34"]],
    ["1,2345", ["1", ",", "2345"]],
    ["占12.5%", ["占", "12.5", "%"]],
    ["1,234.5万元", ["1234.5", "万", "元"]],
    ["2021.3.5", ["2021", ".", "3", ".", "5"]],
    ["第5G网", ["第", "5g", "网"]],
    ["IPv6改造", ["ipv6", "改", "造"]],
    ["www.qingxi.gov.cn", ["www", ".", "qingxi", ".", "gov", ".", "cn"]],
    ["政府信息\n公开", ["政", "府", "信", "息", "公", "开"]],
    ["75  80\n90", ["75", "80", "90"]],
    ["", []],
    [" \n\u3000\u200B", []],
  ])("of %j", (text, units) => {
    expect(read(text)).toEqual(units);
  });

  test.each([
    ["２０２１年１．５％", "2021年1.5%"],
    ["ＩＰｖ６", "ipv6"],
    ["“公正”「公开」＂公平＂", '"公正""公开""公平"'],
    ["2019－2021—2023–2024", "2019-2021-2023-2024"],
    ["（一）公开，公正：公平；", "(一)公开,公正:公平;"],
    ["政\u200B府\u00AD信\uFEFF息", "政府信息"],
    ["IP\u00ADv6 20\u200B23", "IPv6 2023"],
    ["㎡", "m2"],
  ])("%s is read as %s", (one, other) => {
    expect(readUnits(one)).toEqual(readUnits(other));
  });

  test("are the same in any width and case, and however often they are read", () => {
    const widen = (text: string) =>
      text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(mixedText, (text) => {
        const units = readUnits(text);
        expect(readUnits(widen(text))).toEqual(units);
        expect(readUnits(text.toUpperCase().toLowerCase())).toEqual(readUnits(text.toLowerCase()));
      }),
    );
  });

  test("hold every character that is seen, in its order", () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const seen = text.normalize("NFKC").replaceAll(/[^\p{Script=Han}]/gu, "");
        const han = read(text).filter((unit) => /^\p{Script=Han}$/u.test(unit));
        expect(han.join("")).toBe(seen);
      }),
    );
  });
});

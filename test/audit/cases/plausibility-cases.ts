import { auditReport } from "../../../indexer/audit/main.ts";
import { buildReport } from "../build-report.ts";
import { buildCases, type Case } from "./case.ts";

const report = (changes: Parameters<typeof buildReport>[0]) => auditReport(buildReport(changes));

/** Rules about what can be true. */
export const plausibilityCases: readonly Case[] = [
  ...buildCases("L-a", report, [
    ["holds", "没有填报规章", {}],
    [
      "holds",
      "有权制定规章",
      {
        values: { "rules.made": 1 },
        level: "city",
        agency: { name: "望川市人民政府", kind: "government" },
      },
    ],
    ["fails", "清溪镇人民政府没有规章制定权", { values: { "rules.effective": 6 } }],
    [
      "fails",
      "澜川市教育局没有规章制定权",
      {
        values: { "rules.effective": 6 },
        level: "city",
        agency: { name: "澜川市教育局", kind: "department" },
      },
    ],
    ["cannotTell", "不知道", { values: { "rules.effective": 6 }, level: null }],
  ]),
  ...buildCases("L-b", report, [
    ["holds", "报告年度 2024", {}],
    ["fails", "年度不一致", { preamble: "统计期限自2023年1月1日起至2023年12月31日止。" }],
    ["cannotTell", "没有写明", { preamble: null }],
  ]),
  ...buildCases("L-c", report, [
    ["holds", "是全年", {}],
    ["holds", "是全年", { year: 2008, preamble: "统计期限自2008年5月1日起至2008年12月31日止。" }],
    [
      "fails",
      "应为当年 1 月 1 日至 12 月 31 日",
      { preamble: "统计期限自2024年1月1日起至2024年11月30日止。" },
    ],
    ["fails", "应为当年", { preamble: "统计期限为2023年12月1日至2024年12月31日。" }],
    ["cannotTell", "没有写明", { preamble: null }],
  ]),
  ...buildCases("L-d", report, [
    ["holds", "开头写 2024 年", { text: "2024年，我镇认真做好公开工作。" }],
    ["fails", "沿用了往年的文字", { text: "2023年，我镇认真做好公开工作。" }],
    ["cannotTell", "报告年度没有写明", { text: "2024年，我镇认真做好公开工作。", year: null }],
  ]),
];

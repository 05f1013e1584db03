import type { Finding } from "../../../corpus/finding.ts";
import { form2008 } from "../../../corpus/forms/form-2008.ts";
import { form2019 } from "../../../corpus/forms/form-2019.ts";
import { form2021 } from "../../../corpus/forms/form-2021.ts";
import type { ReportToAudit } from "../../../indexer/audit/audit-rule.ts";
import { auditAcrossYears } from "../../../indexer/audit/main.ts";
import { buildFacts, type Values } from "../build-report.ts";
import { buildCases, type Case } from "./case.ts";

export interface Pair {
  readonly before?: Partial<Side>;
  readonly after?: Partial<Side>;
}
export interface Side {
  readonly year: number;
  readonly agencyId: string;
  readonly form: ReportToAudit["form"];
  readonly values: Values;
  readonly reorganized: boolean;
}

/** Findings about two reports, of 2023 and 2024 and of form 2021 where nothing else is said. */
export const years = ({ before = {}, after = {} }: Pair): readonly Finding[] => {
  const build = ({ values = {}, form = form2021, year = 2024, ...side }: Partial<Side>) => ({
    agencyId: "990121101",
    facts: form === null ? [] : buildFacts(form, values),
    year,
    ...side,
    form: form?.id ?? null,
  });
  return auditAcrossYears(build({ year: 2023, ...before }), build(after));
};

const carried = { before: { values: { "carriedForward.business": 3 } } };
const stock = { values: { "normativeDocuments.effective": 597 } };
const made = { "normativeDocuments.made": 50, "normativeDocuments.repealed": 227 };
const items = {
  year: 2019,
  form: form2019,
  values: { "permits.previousItems": 285, "permits.change": -6 },
};
const next = (value: number | null) => ({
  year: 2020,
  form: form2019,
  values: { "permits.previousItems": value },
});
const running = (year: number, thisYear: number, cumulative: number | null) => ({
  year,
  form: form2008,
  values: { "published.thisYear": thisYear, "published.cumulative": cumulative },
});

/** Rules across years. */
export const yearCases: readonly Case[] = [
  ...buildCases("X-1", years, [
    [
      "holds",
      "商业企业：2023 年结转下年度 3，2024 年上年结转 3",
      { ...carried, after: { values: { "carriedOver.business": 3 } } },
    ],
    [
      "holds",
      "自然人：2020 年结转下年度 0，2021 年上年结转 0",
      { before: { year: 2020, form: form2019 }, after: { year: 2021 } },
    ],
    ["fails", "商业企业：2023 年结转下年度 3，2024 年上年结转 0", carried],
    [
      "cannotTell",
      "商业企业：2024 年上年结转没有数字",
      { ...carried, after: { values: { "carriedOver.business": null } } },
    ],
    ["cannotTell", "中间缺 2022、2023 年的报告", { before: { year: 2021 } }],
    ["cannotTell", "不在 2024 年之前", { before: { year: 2024 } }],
    ["cannotTell", "不是同一机关", { before: { agencyId: "1" } }],
    ["cannotTell", "合并、分立", { after: { reorganized: true } }],
    [
      "cannotTell",
      "没有申请情况表",
      { before: { year: 2018, form: form2008 }, after: { year: 2019, form: form2019 } },
    ],
  ]),
  ...buildCases("X-2", years, [
    [
      "holds",
      "2023 年现行有效 597 + 2024 年制发 50 - 2024 年废止 227 = 420",
      { before: stock, after: { values: { ...made, "normativeDocuments.effective": 420 } } },
    ],
    [
      "fails",
      "2024 年现行有效 421，不符",
      { before: stock, after: { values: { ...made, "normativeDocuments.effective": 421 } } },
    ],
    ["cannotTell", "2024 年现行有效没有数字", { after: { values: { "rules.effective": null } } }],
    ["cannotTell", "中间缺", { before: { year: 2022 } }],
  ]),
  ...buildCases("X-3", years, [
    [
      "holds",
      "行政许可：2019 年上一年项目数量 285 + 2019 年本年增/减 -6 = 279",
      { before: items, after: next(279) },
    ],
    ["fails", "2020 年上一年项目数量 285，不符", { before: items, after: next(285) }],
    ["cannotTell", "2020 年上一年项目数量没有数字", { before: items, after: next(null) }],
  ]),
  ...buildCases("X-4", years, [
    ["cannotTell", "不是一回事", { before: { year: 2020, form: form2019 }, after: { year: 2021 } }],
  ]),
  ...buildCases("X-5", years, [
    [
      "holds",
      "2016 年历年累计 160 + 2017 年本年度 67 = 227",
      { before: running(2016, 60, 160), after: running(2017, 67, 227) },
    ],
    [
      "fails",
      "2017 年历年累计 220，不符",
      { before: running(2016, 60, 160), after: running(2017, 67, 220) },
    ],
    [
      "cannotTell",
      "2016 年历年累计没有数字",
      { before: running(2016, 60, null), after: running(2017, 67, 220) },
    ],
  ]),
];

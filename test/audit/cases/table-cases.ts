import { form2019 } from "../../../corpus/forms/form-2019.ts";
import { form2021 } from "../../../corpus/forms/form-2021.ts";
import { auditFacts } from "../../../indexer/audit/main.ts";
import { buildFacts, type Values } from "../build-report.ts";
import { buildCases, type Case } from "./case.ts";

const facts2019 = (values: Values) => auditFacts(buildFacts(form2019, values), form2019);
const facts2021 = (values: Values) => auditFacts(buildFacts(form2021, values), form2021);

/** Rules about the tables of one report. */
export const tableCases: readonly Case[] = [
  ...buildCases("T2-a", facts2019, [
    [
      "holds",
      "规章：本年新公开数量 2，对外公开总数量 9，相符",
      { "rules.newlyPublished": 2, "rules.totalPublished": 9 },
    ],
    [
      "fails",
      "规章：本年新公开数量 9，对外公开总数量 2",
      { "rules.newlyPublished": 9, "rules.totalPublished": 2 },
    ],
    ["cannotTell", "规章：对外公开总数量没有数字", { "rules.totalPublished": null }],
  ]),
  ...buildCases("T2-b", facts2019, [
    ["holds", "共 22 个数，都合理", { "permits.change": -6, "procurement.amount": 24.5 }],
    ["fails", "行政处罚一行有 -3，不应是负数", { "penalties.decisions": -3 }],
    ["fails", "行政许可一行有 1.5，应是整数", { "permits.decisions": 1.5 }],
    ["cannotTell", "1 个空白或不清楚", { "permits.decisions": null }],
  ]),
  ...buildCases("T3-a", facts2021, [
    ["holds", "自然人", { "newReceived.naturalPerson": 2, "resultTotal.naturalPerson": 2 }],
    [
      "fails",
      "自然人：本年新收 2 + 上年结转 0 = 2，办理结果总计 0",
      { "newReceived.naturalPerson": 2 },
    ],
    ["cannotTell", "自然人：本年新收没有数字", { "newReceived.naturalPerson": null }],
  ]),
  ...buildCases("T3-b", facts2021, [
    ["holds", "商业企业", { "granted.business": 2, "resultTotal.business": 2 }],
    ["fails", "商业企业：予以公开 2", { "granted.business": 2 }],
    ["cannotTell", "商业企业：予以公开没有数字", { "granted.business": null }],
  ]),
  ...buildCases("T3-c", facts2021, [
    ["holds", "予以公开", { "granted.business": 2, "granted.total": 2 }],
    ["fails", "予以公开：", { "granted.business": 2 }],
    ["cannotTell", "予以公开：总计没有数字", { "granted.total": null }],
  ]),
  ...buildCases("T4-a", facts2021, [
    ["holds", "行政复议", { "review.upheld": 1, "review.total": 1 }],
    ["fails", "行政复议：", { "review.upheld": 1 }],
    ["cannotTell", "行政复议：总计没有数字", { "review.total": null }],
  ]),
];

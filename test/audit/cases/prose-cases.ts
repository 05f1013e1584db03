import { form2008 } from "../../../corpus/forms/form-2008.ts";
import { auditReport } from "../../../indexer/audit/main.ts";
import { buildReport, type Values } from "../build-report.ts";
import { buildCases, type Case } from "./case.ts";

const prose = (text: string, values: Values) => auditReport(buildReport({ text, values }));
const total = (row: string, value: number | null): Values => ({ [`${row}.total`]: value });
const intake = {
  "newReceived.total": 60,
  "carriedOver.total": 7,
  "resultTotal.total": 62,
  "carriedForward.total": 5,
};
export const outcome = {
  "granted.total": 17,
  "partial.total": 6,
  "denied.process.total": 20,
  "denied.stateSecret.total": 1,
};
const published = (text: string, values: Values) =>
  auditReport(buildReport({ text, form: form2008, values }));

/** Rules that hold prose against tables. */
export const proseCases: readonly Case[] = [
  ...buildCases("P-a", prose, [
    ["holds", "正文写收到申请 60，表中 60，相符", "收到政府信息公开申请60件。", intake],
    ["holds", "连同上年结转", "收到政府信息公开申请67件。", intake],
    ["fails", "正文写收到申请 61，表中 60，不符", "收到政府信息公开申请61件。", intake],
    ["fails", "正文写新收申请 67，表中 60，不符", "新收政府信息公开申请67件。", intake],
    ["fails", "正文写收到申请 0，表中 60，不符", "未收到政府信息公开申请。", intake],
    ["cannotTell", "正文是约数", "收到政府信息公开申请100余件。", intake],
    ["cannotTell", "表中没有数字", "收到政府信息公开申请60件。", total("newReceived", null)],
    ["cannotTell", "统计范围可能不同", "市本级收到政府信息公开申请9件。", intake],
    [
      "cannotTell",
      "正文另有一处",
      "全县收到政府信息公开申请300件。局机关本级收到政府信息公开申请60件。",
      intake,
    ],
  ]),
  ...buildCases("P-b", prose, [
    ["holds", "上年结转 7", "政府信息公开申请中，上年结转7件。", intake],
    ["fails", "上年结转 8", "政府信息公开申请中，上年结转8件。", intake],
    ["cannotTell", "约数", "政府信息公开申请中，上年结转约9件。", intake],
  ]),
  ...buildCases("P-c", prose, [
    ["holds", "办结申请 62", "政府信息公开申请已办结62件。", intake],
    ["fails", "办结申请 61", "政府信息公开申请已办结61件。", intake],
    [
      "cannotTell",
      "答复数可能没有算入",
      "政府信息公开申请已答复60件。",
      { ...intake, "refused.petition.total": 2 },
    ],
    [
      "fails",
      "答复申请 59",
      "政府信息公开申请已答复59件。",
      { ...intake, "refused.petition.total": 2 },
    ],
  ]),
  ...buildCases("P-d", prose, [
    ["holds", "结转下年 5", "政府信息公开申请中，5件结转下年度继续办理。", intake],
    ["fails", "结转下年 0", "政府信息公开申请无结转下年度的情况。", intake],
    [
      "cannotTell",
      "表中没有数字",
      "政府信息公开申请结转下年度5件。",
      total("carriedForward", null),
    ],
  ]),
  ...buildCases("P-e", prose, [
    ["holds", "不予公开 21，表中 21", "政府信息公开申请中，不予公开21件。", outcome],
    [
      "holds",
      "予以公开与部分公开 23，表中 23",
      "政府信息公开申请中，予以公开和部分公开共23件。",
      outcome,
    ],
    ["fails", "不予公开 20，表中 21", "政府信息公开申请中，不予公开20件。", outcome],
    [
      "cannotTell",
      "表中没有数字",
      "政府信息公开申请中，不予公开20件。",
      { ...outcome, "denied.process.total": null },
    ],
  ]),
  ...buildCases("P-f", prose, [
    [
      "holds",
      "行政复议结果纠正 2",
      "政府信息公开行政复议3件，其中纠正2件。",
      { "review.total": 3, "review.corrected": 2 },
    ],
    ["fails", "行政复议 3，表中 4", "政府信息公开行政复议3件。", { "review.total": 4 }],
    ["cannotTell", "备案", "政府信息公开备案行政复议案件134件。", { "review.total": 170 }],
  ]),
  ...buildCases("P-g", prose, [
    [
      "holds",
      "行政诉讼 3，表中 3",
      "因政府信息公开被提起行政诉讼3件。",
      { "litigationDirect.total": 2, "litigationAfterReview.total": 1 },
    ],
    [
      "fails",
      "行政诉讼 0，表中 1",
      "未发生政府信息公开行政诉讼。",
      { "litigationDirect.total": 1 },
    ],
    [
      "cannotTell",
      "表中没有数字",
      "因政府信息公开被提起行政诉讼3件。",
      { "litigationDirect.total": null },
    ],
  ]),
  ...buildCases("P-h", prose, [
    [
      "holds",
      "废止规范性文件 3",
      "制发规范性文件8件，废止3件。",
      { "normativeDocuments.made": 8, "normativeDocuments.repealed": 3 },
    ],
    ["fails", "制发规范性文件 8，表中 7", "制发规范性文件8件。", { "normativeDocuments.made": 7 }],
    [
      "cannotTell",
      "还包括别的处理方式",
      "修订、废止规范性文件4件。",
      { "normativeDocuments.repealed": 3 },
    ],
  ]),
  ...buildCases("P-i", prose, [
    ["holds", "行政处罚 75，表中 75", "作出行政处罚决定75件。", { "penalties.decisions": 75 }],
    [
      "holds",
      "行政许可 447000，表中 447228",
      "全年行政许可44.7万件。",
      { "permits.decisions": 447_228 },
    ],
    ["fails", "行政处罚 74，表中 75", "作出行政处罚决定74件。", { "penalties.decisions": 75 }],
    [
      "fails",
      "行政许可 430000，表中 447228",
      "全年行政许可43万件。",
      { "permits.decisions": 447_228 },
    ],
    [
      "cannotTell",
      "括号内另有 75",
      "公开行政处罚12件（按月公开，共计75则）。",
      { "penalties.decisions": 75 },
    ],
    [
      "cannotTell",
      "公开的信息条数",
      "公开信息58件，其中行政处罚12件。",
      { "penalties.decisions": 75 },
    ],
  ]),
  ...buildCases("P-j", published, [
    ["holds", "主动公开信息 142", "全年主动公开政府信息142条。", { "published.thisYear": 142 }],
    ["fails", "主动公开信息 140", "全年主动公开政府信息140条。", { "published.thisYear": 142 }],
    ["cannotTell", "约数", "全年主动公开政府信息140余条。", { "published.thisYear": 142 }],
  ]),
];

import { form2008 } from "../../../corpus/forms/form-2008.ts";
import { auditFacts } from "../../../indexer/audit/main.ts";
import { buildFacts, buildIndicators, type Values } from "../build-report.ts";
import { buildCases, type Case } from "./case.ts";

const facts2008 = (values: Values) => auditFacts(buildFacts(form2008, values), form2008);
const indicators = (rows: Readonly<Record<string, number | null>>) =>
  auditFacts(buildIndicators(rows), null);

const answers = {
  属于已主动公开范围数: 2,
  同意公开答复数: 292,
  同意部分公开答复数: 2,
  不同意公开答复数: 2,
  涉及国家秘密: 1,
  涉及商业秘密: 1,
  不属于本行政机关公开数: 21,
  申请信息不存在数: 196,
  告知作出更改补充数: 2,
  告知通过其他途径办理数: 8,
};

/** Rules about indicator tables of 2008 and 2014. */
export const indicatorCases: readonly Case[] = [
  ...buildCases("I-a", facts2008, [
    [
      "holds",
      "主动公开信息（本年度）",
      { "published.thisYear": 5, "published.website.thisYear": 5 },
    ],
    [
      "fails",
      "政府网站公开大于主动公开信息数",
      { "published.thisYear": 5, "published.website.thisYear": 6 },
    ],
    [
      "cannotTell",
      "可能由几种渠道公开",
      { "published.thisYear": 9, "published.website.thisYear": 6 },
    ],
  ]),
  ...buildCases("I-b", facts2008, [
    ["holds", "收到申请（本年度）：", { "received.thisYear": 3, "received.online.thisYear": 3 }],
    ["fails", "收到申请（本年度）：", { "received.thisYear": 3, "received.online.thisYear": 2 }],
    [
      "cannotTell",
      "网上申请数没有数字",
      { "received.thisYear": 3, "received.online.thisYear": null },
    ],
  ]),
  ...buildCases("I-b", indicators, [
    [
      "holds",
      "申请总数 9",
      {
        申请总数: 9,
        当面申请数: 1,
        传真申请数: 0,
        电子邮件申请数: 3,
        网上申请数: 5,
        信函申请数: 0,
        其它形式申请数: 0,
      },
    ],
    [
      "fails",
      "收到申请数 525",
      { 收到申请数: 525, 当面申请数: 312, 传真申请数: 7, 通过网络提交申请数: 136, 信函申请数: 69 },
    ],
    ["cannotTell", "表中另有“自助终端申请数”", { 收到申请数: 9, 当面申请数: 5, 自助终端申请数: 4 }],
  ]),
  ...buildCases("I-c", indicators, [
    ["holds", "申请办结", { 申请办结数: 525, 按时办结数: 517, 延期办结数: 8 }],
    ["fails", "申请办结", { 申请办结数: 525, 按时办结数: 517, 延期办结数: 9 }],
    ["cannotTell", "延期办结数没有数字", { 申请办结数: 525, 按时办结数: 517, 延期办结数: null }],
  ]),
  ...buildCases("I-d", indicators, [
    ["holds", "申请答复数 525", { 申请答复数: 525, ...answers }],
    ["fails", "申请答复数 524", { 申请答复数: 524, ...answers }],
    ["cannotTell", "同意公开答复数没有数字", { 申请答复数: 525, ...answers, 同意公开答复数: null }],
  ]),
  ...buildCases("I-d", indicators, [
    [
      "holds",
      "对申请的答复总数 9",
      {
        对申请的答复总数: 9,
        同意公开答复数: 4,
        否决公开答复总数: 5,
        信息不存在: 3,
        申请内容不明确: 2,
        行政复议数: 0,
      },
    ],
    [
      "holds",
      "对申请的答复总数 12",
      {
        对申请的答复总数: 12,
        同意公开答复数: 4,
        信息不存在: 3,
        不予公开答复总数: 5,
        国家秘密: 5,
        行政复议数: 0,
      },
    ],
  ]),
  ...buildCases("I-e", indicators, [
    [
      "holds",
      "不予公开",
      { 不同意公开答复数: 2, 涉及国家秘密: 1, 涉及商业秘密: 1, 申请信息不存在数: 9 },
    ],
    [
      "holds",
      "否决公开答复总数 5",
      { 否决公开答复总数: 5, 信息不存在: 3, 申请内容不明确: 2, 行政复议数: 7 },
    ],
    [
      "fails",
      "不予公开",
      { 不同意公开答复数: 3, 涉及国家秘密: 1, 涉及商业秘密: 1, 申请信息不存在数: 9 },
    ],
    [
      "cannotTell",
      "涉及国家秘密没有数字",
      { 不同意公开答复数: 3, 涉及国家秘密: null, 申请信息不存在数: 9 },
    ],
  ]),
  ...buildCases("I-f", indicators, [
    [
      "holds",
      "行政复议数量 3",
      { 行政复议数量: 3, 维持具体行政行为数: 2, 被依法纠错数: 1, 其他情形数: 0 },
    ],
    [
      "fails",
      "行政复议数量 4",
      { 行政复议数量: 4, 维持具体行政行为数: 2, 被依法纠错数: 1, 其他情形数: 0 },
    ],
    [
      "cannotTell",
      "被依法纠错数没有数字",
      { 行政复议数量: 4, 维持具体行政行为数: 2, 被依法纠错数: null },
    ],
  ]),
  ...buildCases("I-g", indicators, [
    ["holds", "工作人员", { 从事政府信息公开工作人员数: 5, 专职人员数: 2, 兼职人员数: 3 }],
    ["fails", "工作人员", { 从事政府信息公开工作人员数: 6, 专职人员数: 2, 兼职人员数: 3 }],
    [
      "cannotTell",
      "兼职人员数没有数字",
      { 从事政府信息公开工作人员数: 6, 专职人员数: 2, 兼职人员数: null },
    ],
  ]),
  ...buildCases("I-h", facts2008, [
    ["holds", "行政复议数：本年度 1，历年累计 4", { "review.thisYear": 1, "review.cumulative": 4 }],
    ["fails", "行政复议数：本年度 4，历年累计 1", { "review.thisYear": 4, "review.cumulative": 1 }],
    ["cannotTell", "行政复议数：历年累计没有数字", { "review.cumulative": null }],
  ]),
];

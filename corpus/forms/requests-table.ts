import type { FormColumn, FormRow, FormTable } from "./form.ts";

const outcome = "三、本年度办理结果";

const columns: readonly FormColumn[] = [
  { key: "naturalPerson", label: "自然人" },
  { key: "business", label: "商业企业", group: "法人或其他组织" },
  { key: "research", label: "科研机构", group: "法人或其他组织" },
  { key: "nonprofit", label: "社会公益组织", group: "法人或其他组织", variants: ["社会公益机构"] },
  { key: "legalService", label: "法律服务机构", group: "法人或其他组织" },
  { key: "other", label: "其他", group: "法人或其他组织", variants: ["其它"] },
  { key: "total", label: "总计", variants: ["合计"] },
];

interface Outcome {
  readonly key: string;
  readonly number: string;
  readonly label: string;
  readonly variants?: readonly string[];
}

/** Rows printed under a label of their own (`（三）不予公开`): the group's key goes before theirs. */
export function buildOutcomeGroup(
  groupKey: string,
  group: string,
  rows: readonly Outcome[],
): readonly FormRow[] {
  return rows.map((row) => ({
    ...row,
    key: `${groupKey}.${row.key}`,
    groups: [outcome, group],
    groupKey,
  }));
}

/** A row printed directly under 三、本年度办理结果. */
export function buildOutcome(row: Outcome): FormRow {
  return { ...row, groups: [outcome], groupKey: "result" };
}

const intake: readonly FormRow[] = [
  {
    key: "newReceived",
    number: "一、",
    label: "本年新收政府信息公开申请数量",
    variants: ["本年新收申请数量", "本年度新收政府信息公开申请数量"],
  },
  {
    key: "carriedOver",
    number: "二、",
    label: "上年结转政府信息公开申请数量",
    variants: [
      "上年结转申请数量",
      "上年度结转政府信息公开申请数量",
      "上一年度结转政府信息公开申请数量",
    ],
  },
];

const disclosed: readonly FormRow[] = [
  buildOutcome({ key: "granted", number: "（一）", label: "予以公开" }),
  buildOutcome({
    key: "partial",
    number: "（二）",
    label: "部分公开（区分处理的，只计这一情形，不计其他情形）",
    variants: ["部分公开", "部分公开（区分处理的，只计这一情形，不计其它情形）"],
  }),
];

const denied = buildOutcomeGroup("denied", "（三）不予公开", [
  { key: "stateSecret", number: "1.", label: "属于国家秘密", variants: ["属于国家机密"] },
  {
    key: "lawForbidden",
    number: "2.",
    label: "其他法律行政法规禁止公开",
    variants: ["其它法律行政法规禁止公开", "法律行政法规禁止公开"],
  },
  {
    key: "safetyStability",
    number: "3.",
    label: "危及“三安全一稳定”",
    variants: ["危害“三安全一稳定”"],
  },
  {
    key: "thirdParty",
    number: "4.",
    label: "保护第三方合法权益",
    variants: ["保护第三放合法权益"],
  },
  {
    key: "internalAffairs",
    number: "5.",
    label: "属于三类内部事务信息",
    variants: ["属于三类内部事物信息"],
  },
  { key: "process", number: "6.", label: "属于四类过程性信息" },
  {
    key: "enforcementFile",
    number: "7.",
    label: "属于行政执法案卷",
    variants: ["属于行政执法案卷信息"],
  },
  {
    key: "adminQuery",
    number: "8.",
    label: "属于行政查询事项",
    variants: ["属于行政查询事项信息"],
  },
]);

const unable = buildOutcomeGroup("unable", "（四）无法提供", [
  { key: "notHeld", number: "1.", label: "本机关不掌握相关政府信息" },
  { key: "needsCreation", number: "2.", label: "没有现成信息需要另行制作" },
  { key: "unclear", number: "3.", label: "补正后申请内容仍不明确" },
]);

const refused = buildOutcomeGroup("refused", "（五）不予处理", [
  { key: "petition", number: "1.", label: "信访举报投诉类申请" },
  { key: "duplicate", number: "2.", label: "重复申请" },
  { key: "publication", number: "3.", label: "要求提供公开出版物" },
  { key: "excessive", number: "4.", label: "无正当理由大量反复申请" },
  {
    key: "confirm",
    number: "5.",
    label: "要求行政机关确认或重新出具已获取信息",
    variants: ["要求行政机关确认或者重新出具已获取信息"],
  },
]);

const outcomeTotal: readonly FormRow[] = [
  buildOutcome({ key: "resultTotal", number: "（七）", label: "总计", variants: ["合计"] }),
  {
    key: "carriedForward",
    number: "四、",
    label: "结转下年度继续办理",
    variants: ["结转下一年度继续办理", "结转下一年继续办理", "结转下年继续办理"],
  },
];

/** Table 3, the same in forms 2019 and 2021 but for the rows of （六）其他处理. */
export function buildRequestsTable(otherOutcomes: readonly FormRow[]): FormTable {
  return {
    key: "requests",
    caption: "收到和处理政府信息公开申请情况",
    layout: "rows",
    blocks: [
      {
        heading: "申请人情况",
        corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        columns,
        rows: [
          ...intake,
          ...disclosed,
          ...denied,
          ...unable,
          ...refused,
          ...otherOutcomes,
          ...outcomeTotal,
        ],
      },
    ],
  };
}

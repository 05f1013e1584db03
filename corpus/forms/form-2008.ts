import type { Form, FormRow } from "./form.ts";
import { shanghaiIndicators } from "./shanghai-indicators.ts";

const published: readonly FormRow[] = [
  {
    key: "published",
    label: "主动公开信息数",
    variants: ["主动公开文件数", "主动公开政府信息数", "主动公开政府信息总数"],
    unit: "条",
  },
  {
    key: "published.website",
    number: "其中：1.",
    label: "政府网站公开",
    variants: ["政府网站", "政府网站公开数"],
    unit: "条",
  },
  {
    key: "published.gazette",
    number: "2.",
    label: "政府公报公开",
    variants: ["政府公报", "政府公报公开数"],
    unit: "条",
  },
];

const received: readonly FormRow[] = [
  {
    key: "received",
    label: "受理政府信息公开申请总数",
    variants: ["受理依申请公开信息总数", "受理依申请公开政府信息总数", "申请总数"],
    unit: "条",
  },
  {
    key: "received.inPerson",
    number: "其中：1.",
    label: "当面申请数",
    variants: ["当面"],
    unit: "条",
  },
  { key: "received.fax", number: "2.", label: "传真申请数", variants: ["传真"], unit: "条" },
  {
    key: "received.email",
    number: "3.",
    label: "电子邮件申请数",
    variants: ["电子邮件"],
    unit: "条",
  },
  {
    key: "received.online",
    number: "4.",
    label: "网上申请数",
    variants: ["网上", "网络申请数"],
    unit: "条",
  },
  { key: "received.letter", number: "5.", label: "信函申请数", variants: ["信函"], unit: "条" },
  {
    key: "received.other",
    number: "6.",
    label: "其他形式申请数",
    variants: ["其它形式申请数", "其他形式", "其它形式"],
    unit: "条",
  },
];

const answered: readonly FormRow[] = [
  {
    key: "answered",
    label: "对申请的答复总数",
    variants: ["本年度对申请的答复总数", "对申请答复总数"],
    unit: "条",
  },
  {
    key: "answered.granted",
    number: "其中：1.",
    label: "同意公开答复数",
    variants: ["同意公开", "同意公开答复总数"],
    unit: "条",
  },
  {
    key: "answered.partial",
    number: "2.",
    label: "同意部分公开答复数",
    variants: ["同意部分公开", "同意部分公开答复总数"],
    unit: "条",
  },
];

const denied: readonly FormRow[] = [
  {
    key: "answered.denied",
    number: "3.",
    label: "不予公开答复数",
    variants: ["否决公开答复总数", "否决公开答复数", "不予公开答复总数"],
    unit: "条",
  },
];

const otherAnswers: readonly FormRow[] = [
  {
    key: "answered.other",
    number: "4.",
    label: "其他类型答复数",
    variants: ["其它类型答复数"],
    unit: "条",
  },
];

const disputes: readonly FormRow[] = [
  {
    key: "complaints",
    label: "接受行政申诉、举报数",
    variants: ["接受行政申诉举报数"],
    unit: "件",
  },
  { key: "review", label: "行政复议数", unit: "件" },
  { key: "litigation", label: "行政诉讼数", unit: "件" },
  { key: "appeals", label: "行政申诉数", unit: "件" },
];

const rows: readonly FormRow[] = [
  ...published,
  ...shanghaiIndicators.published,
  ...received,
  ...answered,
  ...shanghaiIndicators.answers,
  ...denied,
  ...shanghaiIndicators.refusals,
  ...otherAnswers,
  ...disputes,
  ...shanghaiIndicators.means,
];

/**
 * The indicator tables of two families: that of Fujian, prescribed from 2009 on and used to 2018 (the rows of the
 * notice of Putian and of the later provincial wording), and that of Shanghai, used elsewhere too. A printed table
 * carries a choice of the rows; Shanghai's has no column of all years.
 */
export const form2008: Form = {
  id: "2008",
  notice: "国务院令第492号",
  marks: [
    "历年累计",
    "本年累计",
    "本期实际",
    "本月累计",
    "全文电子化",
    "新增的行政规范性文件数",
    "依申请公开信息目录数",
    "网站专栏页面访问量",
  ],
  tables: [
    {
      key: "indicators",
      caption: "政府信息公开情况统计表",
      layout: "rows",
      blocks: [
        {
          corner: "指标名称",
          columns: [
            { key: "thisYear", label: "本年度", variants: ["本年累计", "本年"] },
            { key: "cumulative", label: "历年累计", variants: ["历年累计数"] },
          ],
          rows,
        },
      ],
    },
  ],
};

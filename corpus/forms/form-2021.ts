import { disputesTable } from "./disputes-table.ts";
import type { Form, FormColumn, FormTable } from "./form.ts";
import { buildOutcomeGroup, buildRequestsTable } from "./requests-table.ts";

const corner = "信息内容";
const decisions: readonly FormColumn[] = [{ key: "decisions", label: "本年处理决定数量" }];

const disclosure: FormTable = {
  key: "disclosure",
  caption: "主动公开政府信息情况",
  layout: "rows",
  blocks: [
    {
      heading: "第二十条第（一）项",
      corner,
      columns: [
        { key: "made", label: "本年制发件数", unit: "件", variants: ["本年发件", "本年制发数"] },
        { key: "repealed", label: "本年废止件数", unit: "件", variants: ["本年废止数"] },
        {
          key: "effective",
          label: "现行有效件数",
          unit: "件",
          variants: ["现行有效件", "现行有效数"],
        },
      ],
      rows: [
        { key: "rules", label: "规章" },
        {
          key: "normativeDocuments",
          label: "行政规范性文件",
          variants: ["规范性文件"],
        },
      ],
    },
    {
      heading: "第二十条第（五）项",
      corner,
      columns: decisions,
      rows: [{ key: "permits", label: "行政许可" }],
    },
    {
      heading: "第二十条第（六）项",
      corner,
      columns: decisions,
      rows: [
        { key: "penalties", label: "行政处罚" },
        { key: "coercion", label: "行政强制" },
      ],
    },
    {
      heading: "第二十条第（八）项",
      corner,
      columns: [
        {
          key: "amount",
          label: "本年收费金额（单位：万元）",
          variants: ["本年收费金额"],
          unit: "万元",
          decimal: true,
        },
      ],
      rows: [{ key: "fees", label: "行政事业性收费" }],
    },
  ],
};

const otherOutcomes = buildOutcomeGroup("other", "（六）其他处理", [
  {
    key: "noCorrection",
    number: "1.",
    label: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    variants: ["逾期不补正", "申请人无正当理由逾期不补正"],
  },
  {
    key: "feeUnpaid",
    number: "2.",
    label: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    variants: ["逾期不缴费", "申请人逾期未按收费通知要求缴纳费用"],
  },
  { key: "other", number: "3.", label: "其他", variants: ["其它"] },
]);

/** The layout in force since report year 2021. */
export const form2021: Form = {
  id: "2021",
  notice: "国办公开办函〔2021〕30号",
  marks: [
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "本年处理决定数量",
    "本年收费金额（单位：万元）",
    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
  ],
  tables: [disclosure, buildRequestsTable(otherOutcomes), disputesTable],
};

import { disputesTable } from "./disputes-table.ts";
import type { Form, FormColumn, FormTable } from "./form.ts";
import { buildOutcome, buildRequestsTable } from "./requests-table.ts";

const corner = "信息内容";
const previousItems: FormColumn = { key: "previousItems", label: "上一年项目数量" };
const change: FormColumn = {
  key: "change",
  label: "本年增/减",
  variants: ["本年增"],
  signed: true,
};
const decisions: FormColumn = { key: "decisions", label: "处理决定数量" };

const disclosure: FormTable = {
  key: "disclosure",
  caption: "主动公开政府信息情况",
  layout: "rows",
  blocks: [
    {
      heading: "第二十条第（一）项",
      corner,
      columns: [
        { key: "newlyMade", label: "本年新制作数量", unit: "件" },
        { key: "newlyPublished", label: "本年新公开数量", unit: "件" },
        { key: "totalPublished", label: "对外公开总数量", unit: "件" },
      ],
      rows: [
        { key: "rules", label: "规章" },
        { key: "normativeDocuments", label: "规范性文件", variants: ["行政规范性文件"] },
      ],
    },
    {
      heading: "第二十条第（五）项",
      corner,
      columns: [previousItems, change, decisions],
      rows: [
        { key: "permits", label: "行政许可" },
        {
          key: "otherServices",
          label: "其他对外管理服务事项",
          variants: ["其它对外管理服务事项"],
        },
      ],
    },
    {
      heading: "第二十条第（六）项",
      corner,
      columns: [previousItems, change, decisions],
      rows: [
        { key: "penalties", label: "行政处罚" },
        { key: "coercion", label: "行政强制" },
      ],
    },
    {
      heading: "第二十条第（八）项",
      corner,
      columns: [previousItems, change],
      rows: [{ key: "fees", label: "行政事业性收费" }],
    },
    {
      heading: "第二十条第（九）项",
      corner,
      columns: [
        { key: "items", label: "采购项目数量" },
        { key: "amount", label: "采购总金额", decimal: true },
      ],
      rows: [{ key: "procurement", label: "政府集中采购" }],
    },
  ],
};

const otherOutcomes = [buildOutcome({ key: "other", number: "（六）", label: "其他处理" })];

/** The trial layout of report years 2019 and 2020. */
export const form2019: Form = {
  id: "2019",
  notice: "国办公开办函〔2019〕60号",
  marks: [
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "上一年项目数量",
    "本年增/减",
    "采购项目数量",
    "采购总金额",
    "其他对外管理服务事项",
    "政府集中采购",
  ],
  tables: [disclosure, buildRequestsTable(otherOutcomes), disputesTable],
};

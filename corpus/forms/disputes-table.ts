import type { FormTable } from "./form.ts";

/** Table 4, the same in forms 2019 and 2021: three blocks of five numbers on one line. */
export const disputesTable: FormTable = {
  key: "disputes",
  caption: "政府信息公开行政复议、行政诉讼情况",
  layout: "line",
  blocks: [
    {
      columns: [
        { key: "upheld", label: "结果维持", variants: ["维持"] },
        { key: "corrected", label: "结果纠正", variants: ["纠正"] },
        { key: "otherResult", label: "其他结果", variants: ["其它结果"] },
        { key: "pending", label: "尚未审结", variants: ["尚未审理"] },
        { key: "total", label: "总计", variants: ["合计"] },
      ],
      rows: [
        { key: "review", label: "行政复议" },
        {
          key: "litigationDirect",
          label: "未经复议直接起诉",
          groups: ["行政诉讼"],
          variants: ["未经复议直接诉讼"],
        },
        {
          key: "litigationAfterReview",
          label: "复议后起诉",
          groups: ["行政诉讼"],
          variants: ["经复议后起诉"],
        },
      ],
    },
  ],
};

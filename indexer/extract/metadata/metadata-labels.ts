export type MetadataField =
  | "published"
  | "written"
  | "generated"
  | "issuer"
  | "indexNumber"
  | "documentNumber"
  | "title"
  | "other";

/**
 * A label of the metadata block that portals print. `rank` orders the labels of one field, the best first;
 * `isShort` where prose uses the word too, so that a colon or spread letters must follow.
 */
export interface MetadataLabel {
  readonly label: string;
  readonly field: MetadataField;
  readonly rank: number;
  readonly isShort?: boolean;
}

/** 成文日期 is the date of the signature, not of the publication; 生成日期 stands for it where nothing else does. */
export const metadataLabels: readonly MetadataLabel[] = [
  ...rank("published", ["发布日期", "发布时间", "公开日期", "公开时间", "发表日期", "发文日期"]),
  { label: "日期", field: "published", rank: 7, isShort: true },
  { label: "时间", field: "published", rank: 8, isShort: true },
  ...rank("written", ["成文日期", "成文时间"]),
  ...rank("generated", ["公文生成日期", "生成日期", "生成时间"]),
  ...rank("issuer", [
    "发布机构",
    "发文机关",
    "发布机关",
    "发文单位",
    "发布单位",
    "信息来源",
    "文章来源",
  ]),
  { label: "来源", field: "issuer", rank: 8, isShort: true },
  { label: "作者", field: "issuer", rank: 9, isShort: true },
  ...rank("indexNumber", ["索引号"]),
  ...rank("documentNumber", ["发文字号", "发布文号", "文件编号", "备注/文号"]),
  { label: "文号", field: "documentNumber", rank: 5, isShort: true },
  ...rank("title", ["信息名称"]),
  { label: "名称", field: "title", rank: 2, isShort: true },
  { label: "标题", field: "title", rank: 3, isShort: true },
  ...rank("other", [
    "主题分类",
    "组配分类",
    "体裁分类",
    "主题导航",
    "公开方式",
    "公开时限",
    "内容概述",
    "有效性",
    "时效性",
    "关键词",
    "主题词",
    "浏览次数",
    "点击数",
    "访问量",
    "浏览量",
    "生效日期",
    "废止日期",
    "文件下载",
  ]),
  { label: "分类", field: "other", rank: 1, isShort: true },
  { label: "时效", field: "other", rank: 1, isShort: true },
  { label: "目录", field: "other", rank: 1, isShort: true },
  { label: "阅读", field: "other", rank: 1, isShort: true },
  { label: "点击", field: "other", rank: 1, isShort: true },
  { label: "字体", field: "other", rank: 1, isShort: true },
];

function rank(field: MetadataField, labels: readonly string[]): readonly MetadataLabel[] {
  return labels.map((label, at) => ({ label, field, rank: at + 1 }));
}

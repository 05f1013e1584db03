import { z } from "zod";

/** Whose text a section repeats: that of another agency, or of the same one in another year. */
export const relations = ["agency", "year"] as const;
export const relationSchema = z.enum(relations);
export type Relation = z.infer<typeof relationSchema>;

/** What a section is filtered by: `none` where it repeats nobody's, `uncompared` where that cannot be told. */
export const copiedKinds = [...relations, "none", "uncompared"] as const;
export const copiedKindSchema = z.enum(copiedKinds);
export type CopiedKind = z.infer<typeof copiedKindSchema>;

/** What readers see for each. */
export const copiedLabels: Readonly<Record<CopiedKind, string>> = {
  agency: "与其他机关雷同",
  year: "与本机关其他年度雷同",
  none: "已比较，未见雷同",
  uncompared: "未比较（太短或为格式文字）",
};

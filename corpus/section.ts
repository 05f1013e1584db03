import { z } from "zod";

/** The parts of a report, in the order in which official forms print them. `unknown` keeps its printed heading. */
export const sectionKinds = [
  "preamble",
  "overview",
  "disclosure",
  "requests",
  "fees",
  "disputes",
  "problems",
  "other",
  "appendix",
  "unknown",
] as const;

export const sectionKindSchema = z.enum(sectionKinds);
export type SectionKind = z.infer<typeof sectionKindSchema>;

/** What readers see for each kind. */
export const sectionLabels: Readonly<Record<SectionKind, string>> = {
  preamble: "前言",
  overview: "总体情况",
  disclosure: "主动公开",
  requests: "依申请公开",
  fees: "收费及减免",
  disputes: "行政复议、诉讼",
  problems: "问题与改进",
  other: "其他事项",
  appendix: "附件",
  unknown: "其他章节",
};

/**
 * A part of a report. `heading` is as printed with its number (`一、总体情况`), empty for a preamble;
 * `text` is the prose and the tables in reading order: paragraphs and table rows a line each, cells parted by two spaces.
 */
export const sectionSchema = z.object({
  kind: sectionKindSchema,
  heading: z.string(),
  text: z.string(),
});
export type Section = Readonly<z.infer<typeof sectionSchema>>;

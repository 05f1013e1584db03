import type { DemoSection } from "./demo-report.ts";

/** The paragraphs of a report since 2019 by section; those left out have no prose of their own. */
export interface SectionTexts {
  readonly overview: readonly string[];
  readonly disclosure?: readonly string[];
  readonly requests?: readonly string[];
  readonly disputes?: readonly string[];
  readonly problems: readonly string[];
  readonly other: readonly string[];
}

export type SectionHeadings = Readonly<Record<keyof SectionTexts, string>>;

const official: SectionHeadings = {
  overview: "一、总体情况",
  disclosure: "二、主动公开政府信息情况",
  requests: "三、收到和处理政府信息公开申请情况",
  disputes: "四、政府信息公开行政复议、行政诉讼情况",
  problems: "五、存在的主要问题及改进情况",
  other: "六、其他需要报告的事项",
};

/** The six sections in their order, under the official headings or the body's own wording of some. */
export function buildSections(
  texts: SectionTexts,
  headings: Partial<SectionHeadings> = {},
): readonly DemoSection[] {
  const kinds = Object.keys(official) as (keyof SectionTexts)[];
  return kinds.map((kind) => ({
    kind,
    heading: headings[kind] ?? official[kind],
    paragraphs: texts[kind] ?? [],
  }));
}

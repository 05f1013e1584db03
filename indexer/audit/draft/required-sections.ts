import type { FormId } from "../../../corpus/forms/form.ts";
import type { SectionKind } from "../../../corpus/section.ts";
import type { Severity } from "./draft-issue.ts";

interface RequiredSections {
  readonly severity: Severity;
  readonly kinds: readonly SectionKind[];
  /** Where the sections are demanded. */
  readonly source: string;
}

const since2019: RequiredSections = {
  severity: "error",
  kinds: ["overview", "disclosure", "requests", "disputes", "problems", "other"],
  source: "国务院办公厅规定的年度报告格式",
};

/** Bodies joined and parted these sections as they liked: one that is absent is only asked about. */
const before2019: RequiredSections = {
  severity: "warning",
  kinds: ["disclosure", "requests", "fees", "disputes", "problems", "other"],
  source: "2008 年《条例》第三十二条",
};

/** The sections that a report of a form must have. */
export const requiredSections: Readonly<Record<FormId, RequiredSections>> = {
  "2008": before2019,
  "2014": before2019,
  "2019": since2019,
  "2021": since2019,
};

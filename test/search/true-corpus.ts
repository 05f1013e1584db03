import type { Report } from "../../corpus/report.ts";
import type { SectionKind } from "../../corpus/section.ts";
import { buildSectionId } from "../../search/documents/build-documents.ts";
import { buildDice } from "./build-dice.ts";
import { buildFictionalReport, fictionalRegions } from "./fictional-report.ts";

const reportCount = 64;
const kinds = ["overview", "disclosure", "requests", "problems"] as const;
const headings: Readonly<Record<(typeof kinds)[number], string>> = {
  overview: "一、总体情况",
  disclosure: "二、主动公开政府信息情况",
  requests: "三、收到和处理政府信息公开申请情况",
  problems: "五、存在的主要问题及改进情况",
};

/** Few words that have much in common, so that phrases stand in several texts, and nearly stand in others. */
const words: readonly string[] = [
  ["政府", "信息", "公开", "申请", "政府信息公开申请", "信息公开申请", "政府信息", "公开信息"],
  [
    "行政处罚",
    "行政许可",
    "处罚",
    "依申请公开",
    "主动公开",
    "公示",
    "公正",
    "公",
    "开",
    "行政處罰",
  ],
  ["官庄镇", "松岭乡", "临江区", "教育局", "膘尔托阔"],
  [
    "8840条",
    "88401条",
    "1,234件",
    "1234件",
    "占12.5%",
    "12件",
    "5件",
    "2021年",
    "２０２１年",
    "75",
    "0",
  ],
  ["IPv6", "ipv6改造", "www.reports.gov.cn", "COVID-19", "5G网"],
  ["、", "，", "。", "；", "“公正”", "（一）", "\n", "  ", "－"],
].flat();

const agencies = [
  { regions: fictionalRegions.jadeTown, agency: "官庄镇人民政府", kind: "government" },
  { regions: fictionalRegions.pineTown, agency: "松岭乡人民政府", kind: "government" },
  {
    regions: fictionalRegions.pineTown.slice(0, -1),
    agency: "和平县教育局",
    kind: "department",
  },
  { regions: fictionalRegions.riverCounty, agency: "临江区人民政府", kind: "government" },
  { regions: fictionalRegions.riverCounty, agency: "临江区教育局", kind: "department" },
] as const;

/** A few hundred sections of random words, the same on every run. */
export function buildTrueCorpus(): readonly Report[] {
  const roll = buildDice(11);
  const write = (): string =>
    Array.from({ length: 3 + roll(25) }, () => words[roll(words.length)]).join("");
  return Array.from({ length: reportCount }, (_, at) => {
    const { regions, agency, kind } = agencies[roll(agencies.length)] ?? agencies[0];
    const sections = kinds
      .slice(0, 2 + roll(3))
      .map((section): [SectionKind, string, string] => [section, headings[section], write()]);
    const report = buildFictionalReport({ regions, year: 2017 + roll(7), agency, sections });
    // Some have no date, and some have the same one.
    const published = roll(5) === 0 ? null : `${report.year + 1}-01-0${1 + roll(3)}`;
    return { ...report, id: `r${at}`, kind, published };
  });
}

/** A section with all that it is found by. */
export interface TrueSection {
  readonly id: string;
  readonly report: Report;
  readonly kind: SectionKind;
  readonly text: string;
  /** Texts and names; no phrase goes from one to another. */
  readonly texts: readonly string[];
}

export function listTrueSections(reports: readonly Report[]): readonly TrueSection[] {
  return reports.flatMap((report) =>
    report.sections.map(({ kind, heading, text }, position) => ({
      id: buildSectionId(report.id, position),
      report,
      kind,
      text,
      texts: [
        text,
        heading,
        report.title,
        report.agency,
        ...report.regions.map(({ name }) => name),
      ],
    })),
  );
}

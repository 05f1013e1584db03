import type { TableKey } from "../../corpus/fact.ts";
import type { Form } from "../../corpus/forms/form.ts";

/** A section with its heading and words, and the table that stands in it. */
export interface WordedSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly table: TableKey | null;
}

/** The body that publishes, its portal, and the year it reports on. Places and bodies are made up. */
export interface Publisher {
  /** The full name of its place (`云岫县青禾镇`). */
  readonly place: string;
  readonly agency: string;
  readonly issuer: string;
  readonly siteName: string;
  readonly host: string;
}

/** What a written report says besides its tables. */
export interface ReportWords {
  readonly publisher: Publisher;
  readonly year: number;
  readonly published: string;
  readonly indexNumber: string;
  readonly title: string;
  readonly preamble: readonly string[];
  readonly sections: readonly WordedSection[];
  readonly signature: readonly string[];
}

export const fictionalPublisher: Publisher = {
  place: "云岫县青禾镇",
  agency: "青禾镇人民政府",
  issuer: "云岫县青禾镇人民政府",
  siteName: "云岫县人民政府网",
  host: "www.yunxiu.example",
};

/** A year in which the form was in force: all were for three years at least. */
export function chooseYear(form: Form): number {
  return Number(form.id.slice(0, 4)) + 1;
}

/** The words of a report in a form; sections are those that reports of its time have. */
export function buildReportWords(
  form: Form,
  { publisher = fictionalPublisher, year = chooseYear(form) }: Partial<ReportWords> = {},
): ReportWords {
  const { place, agency, issuer } = publisher;
  const isUnified = form.tables.some(({ key }) => key === "disclosure");
  const sections = isUnified
    ? listUnifiedSections(agency, year)
    : listEarlierSections(agency, year);
  const names = sections.map(({ heading }) => heading.replace(/^[^、]*、/u, "")).join("、");
  return {
    publisher,
    year,
    published: `${year + 1}-01-20`,
    indexNumber: `${year + 1}-00017`,
    title: `${place}${year}年政府信息公开工作年度报告`,
    preamble: [
      `本报告由${names}等部分组成，数据统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ],
    sections,
    signature: [issuer, `${year + 1}年1月20日`],
  };
}

function section(heading: string, text: string, table: TableKey | null = null): WordedSection {
  return { heading, paragraphs: text === "" ? [] : [text], table };
}

function listUnifiedSections(agency: string, year: number): readonly WordedSection[] {
  return [
    section(
      "一、总体情况",
      `${year}年，${agency}主动公开信息120条，围绕水利、道路、养老等事项及时发布，收到政府信息公开申请3件。`,
    ),
    section("二、主动公开政府信息情况", "", "disclosure"),
    section("三、收到和处理政府信息公开申请情况", "", "requests"),
    section("四、政府信息公开行政复议、行政诉讼情况", "", "disputes"),
    section("五、存在的主要问题及改进情况", "公开内容还不够细，下一步加强培训，每季度清理一次。"),
    section("六、其他需要报告的事项", "本年度未收取信息处理费。"),
  ];
}

function listEarlierSections(agency: string, year: number): readonly WordedSection[] {
  return [
    section("一、概述", `${year}年，${agency}明确专人负责信息公开，先审查、后公开。`),
    section("二、主动公开政府信息的情况", "在门户网站和公开栏公开低保、修路等事项。"),
    section("三、政府信息依申请公开办理情况", "申请都在期限内答复。"),
    section("四、政府信息公开的收费及减免情况", "没有收费。"),
    section("五、存在的主要问题及改进措施", "公开内容还不够细，下一步加强培训。"),
    section("六、附表", "", "indicators"),
  ];
}

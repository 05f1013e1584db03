import { findForm, findFormTable } from "../../../corpus/forms/forms.ts";
import { buildFacts, type DemoFacts, readValue } from "../../build-facts.ts";
import { buildPage } from "../../build-page.ts";
import type {
  Applicants,
  DemoAgency,
  DemoLayout,
  DemoNumbers,
  DemoReport,
} from "../../demo-report.ts";
import { createRandom, type Random } from "../../generator/random.ts";
import type { SiteReport } from "./site-report.ts";

/** Whose reports, of which years, with which numbers. The same plan always gives the same reports. */
export interface ReportsPlan {
  readonly agency: DemoAgency;
  /** The name of the county that a township's title begins with, empty where it names itself alone. */
  readonly above: string;
  readonly years: readonly number[];
  readonly seed: number;
  /** The day on which the report of a year is published, ISO 8601; a day of January where it is left out. */
  readonly chooseDay?: (year: number) => string;
}

const intake = new Set(["newReceived", "carriedOver", "resultTotal", "carriedForward"]);
const matters = [
  "水利设施",
  "乡村道路",
  "义务教育",
  "养老服务",
  "征地补偿",
  "惠民惠农补贴",
  "食品安全",
  "招投标",
] as const;
const lacks = [
  "公开内容更新不够及时",
  "政策解读形式单一",
  "基层公开平台建设不平衡",
  "工作人员业务不够熟练",
] as const;

/** The reports of one body, oldest first; what a year carries forward, the next one carries over. */
export function buildReports(plan: ReportsPlan): readonly SiteReport[] {
  const { agency, above, years, seed } = plan;
  const random = createRandom(seed);
  let before: DemoFacts | null = null;
  let last = 0;
  return years
    .toSorted((a, b) => a - b)
    .map((year) => {
      const known = last === year - 1 ? before : null;
      const published = plan.chooseDay?.(year) ?? null;
      const report = buildReport({ agency, above, year, before: known, published, random });
      const facts = buildFacts(report, known);
      [before, last] = [facts, year];
      return { page: buildPage(agency, report, facts), facts, published: report.published ?? "" };
    });
}

interface ReportPlan {
  readonly agency: DemoAgency;
  readonly above: string;
  readonly year: number;
  readonly before: DemoFacts | null;
  readonly published: string | null;
  readonly random: Random;
}

function buildReport({ published, ...plan }: ReportPlan): DemoReport {
  const { agency, above, year, before, random } = plan;
  const form = year < 2021 ? "2019" : "2021";
  const title = nameReport(
    `${above}${agency.name.replace(/(?:人民政府|办事处)$/u, "")}`,
    year,
    random,
  );
  const date = published ?? `${year + 1}-01-${String(8 + random.below(23)).padStart(2, "0")}`;
  const [, month, day] = date.split("-").map(Number);
  const layout: DemoLayout = "trs";
  return {
    year,
    form,
    layout,
    charset: "utf-8",
    title,
    published: date,
    indexNumber: `${agency.division}-${year + 1}-${String(random.below(90_000) + 10_000)}`,
    preamble: [
      `根据《中华人民共和国政府信息公开条例》规定，现公布${agency.name}${year}年政府信息公开工作年度报告。本报告所列数据统计期限自${year}年1月1日至${year}年12月31日。`,
    ],
    sections: listSections(agency.name, year, random),
    signature: [agency.issuer, `${year + 1}年${month}月${day}日`],
    numbers: buildNumbers(form, { before, random }),
  };
}

function nameReport(body: string, year: number, random: Random): string {
  return random.pick([
    `${body}${year}年政府信息公开工作年度报告`,
    `${body}${year}年度政府信息公开工作年度报告`,
    `${year}年${body}政府信息公开工作年度报告`,
  ]);
}

function listSections(name: string, year: number, random: Random): DemoReport["sections"] {
  const lack = random.pick(lacks);
  return [
    {
      kind: "overview",
      heading: "一、总体情况",
      paragraphs: [
        `${year}年，${name}围绕${random.pick(matters)}、${random.pick(matters)}等群众关心的事项公开政府信息，收到政府信息公开申请{requests.newReceived.total}件，均按时答复。`,
      ],
    },
    { kind: "disclosure", heading: "二、主动公开政府信息情况", paragraphs: [] },
    { kind: "requests", heading: "三、收到和处理政府信息公开申请情况", paragraphs: [] },
    { kind: "disputes", heading: "四、政府信息公开行政复议、行政诉讼情况", paragraphs: [] },
    {
      kind: "problems",
      heading: "五、存在的主要问题及改进情况",
      paragraphs: [`一年来的工作中，${lack}。${year + 1}年将逐项整改，每季度检查一次。`],
    },
    {
      kind: "other",
      heading: "六、其他需要报告的事项",
      paragraphs: [`${year}年度未收取信息处理费。`],
    },
  ];
}

function buildNumbers(
  form: "2019" | "2021",
  { before, random }: { readonly before: DemoFacts | null; readonly random: Random },
): DemoNumbers {
  const layout = findForm(form);
  if (!layout) throw new Error(`There is no form ${form}.`);
  const disclosure = Object.fromEntries(
    (findFormTable(layout, "disclosure")?.blocks ?? []).flatMap(({ rows, columns }) =>
      rows.map(
        (row) =>
          [
            row.key,
            Object.fromEntries(columns.map(({ key }) => [key, drawNumber(key, random)])),
          ] as const,
      ),
    ),
  );
  const disputes = Object.fromEntries(
    (findFormTable(layout, "disputes")?.blocks ?? []).flatMap(({ rows }) =>
      rows.map((row) => [row.key, [few(random), few(random), 0, few(random)] as const] as const),
    ),
  );
  const rows = (findFormTable(layout, "requests")?.blocks ?? []).flatMap((block) => block.rows);
  const results = rows.map(({ key }) => key).filter((key) => !intake.has(key));
  return { disclosure, disputes, requests: drawRequests(results, { before, random }) };
}

function drawNumber(column: string, random: Random): number {
  if (column === "change") return random.below(9) - 4;
  if (column === "amount") return random.below(50_000) / 10;
  return random.happens(0.4) ? 0 : random.below(400);
}

function few(random: Random): number {
  return random.happens(0.7) ? 0 : random.below(4);
}

/** Everything that was carried over is granted; what is new is what was answered besides and what is carried forward. */
function drawRequests(
  results: readonly string[],
  { before, random }: { readonly before: DemoFacts | null; readonly random: Random },
): Readonly<Record<string, Applicants>> {
  const columns = ["naturalPerson", "business", "research", "nonprofit", "legalService", "other"];
  const carried = columns.map((column) =>
    before === null ? 0 : (readValue(before.get(`requests.carriedForward.${column}`) ?? 0) ?? 0),
  );
  const answered = new Map(
    results.map((row) => [row, columns.map(() => (random.happens(0.85) ? 0 : random.below(7)))]),
  );
  const granted = answered.get("granted") ?? [];
  carried.forEach((count, at) => (granted[at] = (granted[at] ?? 0) + count));
  const forward = columns.map(() => (random.happens(0.9) ? 0 : random.below(3)));
  const received = columns.map((_, at) => {
    const sum = [...answered.values()].reduce((total, row) => total + (row[at] ?? 0), 0);
    return sum + (forward[at] ?? 0) - (carried[at] ?? 0);
  });
  return Object.fromEntries(
    [...answered, ["newReceived", received] as const].map(([row, values]) => [
      row,
      toApplicants(values),
    ]),
  );
}

function toApplicants(values: readonly number[]): Applicants {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

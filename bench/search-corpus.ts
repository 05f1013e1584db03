import { noDates } from "../corpus/report-dates.ts";
import type { Fact } from "../corpus/fact.ts";
import { buildAgencyId, buildReportId, type Region, type Report } from "../corpus/report.ts";
import type { Section, SectionKind } from "../corpus/section.ts";

/** A fictional corpus that is the same on every machine: invented places, sentences put together by chance. */
export interface SearchCorpus {
  readonly reports: readonly Report[];
  readonly placeNames: readonly string[];
}

/** Makes reports of six sections each, of about 470 characters a section, until there are `sections` of them. */
export function buildSearchCorpus(sections: number): SearchCorpus {
  const choose = buildChance(20_240_101);
  const count = Math.ceil(sections / kinds.length);
  // Every report is of another town or another year.
  const towns = buildTowns(choose, Math.max(fewestTowns, Math.ceil(count / years)));
  const reports = Array.from({ length: count }, (_, index) => {
    const regions = towns[index % towns.length] ?? [];
    const year = firstYear + ((index + Math.floor(index / towns.length)) % years);
    return buildReport(regions, year, choose);
  });
  const names = new Set(towns.flat().map(({ name }) => name));
  return { reports, placeNames: [...names] };
}

const fewestTowns = 300;
const firstYear = 2015;
const years = 10;
const kinds: readonly (readonly [SectionKind, string])[] = [
  ["overview", "一、总体情况"],
  ["disclosure", "二、主动公开政府信息情况"],
  ["requests", "三、收到和处理政府信息公开申请情况"],
  ["disputes", "四、政府信息公开行政复议、行政诉讼情况"],
  ["problems", "五、存在的主要问题及改进情况"],
  ["other", "六、其他需要报告的事项"],
];

type Choose = (below: number) => number;

/** A linear congruential generator (Numerical Recipes): fast, and the same everywhere. */
function buildChance(seed: number): Choose {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

const firsts = Array.from("青白玉金银石松竹梅兰云雨星月霞霜晴暖清秀");
const seconds = Array.from("溪岭坪湾桥泉塘坡岗洲川源屏台堰浦滩亭坞峪");

function buildTowns(choose: Choose, count: number): readonly (readonly Region[])[] {
  const name = (): string =>
    `${firsts[choose(firsts.length)] ?? ""}${seconds[choose(seconds.length)] ?? ""}`;
  const provinces = ["云岫省", "碧岑省", "丹霄省"];
  return Array.from({ length: count }, (_, index): readonly Region[] => {
    const province = `9${index % 3}`;
    const city = `${province}${String(1 + (index % 5)).padStart(2, "0")}`;
    const county = `${city}${String(20 + (index % 10)).padStart(2, "0")}`;
    const code = `${county}${String(100 + Math.floor(index / 30)).padStart(3, "0")}`;
    const place = (level: number): string =>
      `${firsts[(index * (level + 3)) % firsts.length] ?? ""}${seconds[(index * (level + 7)) % seconds.length] ?? ""}`;
    return [
      { code: province, name: provinces[index % 3] ?? "", level: "province" },
      { code: city, name: `${place(1)}市`, level: "city" },
      { code: county, name: `${place(2)}县`, level: "county" },
      { code, name: `${name()}镇`, level: "township" },
    ];
  });
}

function buildReport(regions: readonly Region[], year: number, choose: Choose): Report {
  const town = regions.at(-1)?.name ?? "";
  const agency = `${town}人民政府`;
  const code = regions.at(-1)?.code ?? "0";
  const agencyId = buildAgencyId({ name: agency }, { code, path: [] });
  const id = buildReportId(agencyId, year);
  const capture = {
    digest: "0".repeat(64),
    address: `https://www.example.cn/${id}.html`,
    file: null,
    page: null,
    capturedAt: "2025-02-01T00:00:00Z",
    mediaType: "text/html",
    charset: "utf-8",
    bytes: 20_000,
  };
  return {
    id,
    agencyId,
    agency,
    printedAgency: agency,
    kind: "government",
    regions,
    level: "township",
    year,
    title: `${regions.at(-2)?.name ?? ""}${town}${year}年政府信息公开工作年度报告`,
    form: year >= 2021 ? "2021" : year >= 2019 ? "2019" : "2014",
    published: `${year + 1}-01-20`,
    indexNumber: null,
    documentNumber: null,
    demo: true,
    sections: kinds.map(([kind, heading]) => buildSection({ kind, heading, town, year }, choose)),
    facts: buildFacts(choose),
    findings: [],
    warnings: [],
    dates: noDates,
    attachments: [],
    capture,
    versions: [{ capture, extractedAt: capture.capturedAt, current: true }],
  };
}

function buildFacts(choose: Choose): readonly Fact[] {
  const columns = ["naturalPerson", "business", "research", "nonprofit", "legalService", "other"];
  return columns.map((column) => {
    const value = choose(20);
    const at = { in: "text", table: 0, row: 0, column: 0, start: 0, end: 0 } as const;
    const shared = { raw: String(value), unit: null, label: "新收", at };
    return { table: "requests", row: "newReceived", column, value, ...shared };
  });
}

interface SectionSeed {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly town: string;
  readonly year: number;
}

function buildSection({ kind, heading, town, year }: SectionSeed, choose: Choose): Section {
  const pick = (list: readonly string[]): string => list[choose(choose(list.length) + 1)] ?? "";
  const lines: string[] = [];
  for (let length = 0; length < 440; length += lines.at(-1)?.length ?? 0) {
    const actions = `${pick(openings)}${pick(actionWords)}${pick(objects)}${pick(actionWords)}${pick(objects)}`;
    const numbers = `${pick(counted)}${choose(9000)}条，${pick(counted)}${choose(200)}件，占${choose(100)}.${choose(10)}%`;
    lines.push(
      choose(4) === 0
        ? `${year}年，${town}${numbers}。`
        : `${actions}，${pick(results)}${pick(topics)}。`,
    );
  }
  return { kind, heading, text: lines.join("\n") };
}

const openings = [
  "按照要求，",
  "围绕中心工作，",
  "结合本镇实际，",
  "针对群众关切，",
  "依托政务服务大厅，",
  "通过微信公众号，",
];
const actionWords = [
  "全面落实",
  "持续推进",
  "及时更新",
  "规范办理",
  "认真审核",
  "深入开展",
  "逐步完善",
  "严格执行",
];
const objects = [
  "政府信息公开条例",
  "依申请公开答复流程",
  "行政规范性文件清理",
  "行政处罚结果公示",
  "行政许可事项目录",
  "部门预决算信息",
  "乡村振兴资金台账",
  "基层政务公开标准目录",
  "重大项目进展",
  "保密审查制度",
  "政策解读材料",
  "社会救助名单",
  "村务公开栏",
  "人居环境整治方案",
  "安全生产检查通报",
  "水库移民补贴发放情况",
];
const counted = [
  "公开各类信息",
  "收到申请",
  "受理行政复议",
  "答复来信",
  "发布政策解读",
  "更新栏目",
  "公示处罚决定",
];
const results = ["进一步提高了", "有效保障了", "切实增强了", "较好地回应了", "着力改善了"];
const topics = [
  "公开内容的准确性和时效性",
  "人民群众的知情权和监督权",
  "工作人员的业务能力",
  "网站栏目的检索体验",
  "营商环境和服务水平",
  "涉农补贴发放的透明度",
  "第三方合法权益的保护",
  "IPv6改造后的访问速度",
];

import { noDates } from "../../corpus/report-dates.ts";
import type { Fact, TableKey } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import { forms } from "../../corpus/forms/forms.ts";
import type { FormId } from "../../corpus/forms/form.ts";
import type { Region, Report, ReportCapture } from "../../corpus/report.ts";

/** A fictional province, with codes that no real one has. */
export const regions: readonly Region[] = [
  { code: "98", name: "澜川省", level: "province" },
  { code: "9801", name: "临湖市", level: "city" },
  { code: "980102", name: "青禾县", level: "county" },
  { code: "980102101", name: "白石镇", level: "township" },
  { code: "980102102", name: "柳溪乡", level: "township" },
  { code: "9802", name: "望山市", level: "city" },
  { code: "980203", name: "云岭区", level: "county" },
];

export const scriptText =
  '<script>globalThis.stolen = "yes"</script><img src=x onerror="stolen=1">';

export function pickRegions(code: string): readonly Region[] {
  return regions.filter((region) => code.startsWith(region.code));
}

export function buildCapture(digit: string, address: string | null): ReportCapture {
  return {
    digest: digit.repeat(64),
    address,
    file: address === null ? "report.txt" : null,
    page: address === null ? null : "http://www.qingshan.gov.test/nb/index.html",
    capturedAt: "2025-03-02T02:15:00.000Z",
    mediaType: "text/html",
    charset: "utf-8",
    bytes: 48_213,
  };
}

/** Facts for every cell of a form's tables; `values` gives those that are not 0, by `row.column`. */
export function buildFacts(
  form: FormId,
  values: Readonly<Record<string, number | null | string>> = {},
): readonly Fact[] {
  const tables = forms.find(({ id }) => id === form)?.tables ?? [];
  return tables.flatMap((table, t) =>
    table.blocks.flatMap((block) =>
      block.rows.flatMap((row, r) =>
        block.columns.map((column, c): Fact => {
          const value = values[`${row.key}.${column.key}`] ?? 0;
          const given =
            `${row.key}.${column.key}` in values ? values[`${row.key}.${column.key}`] : 0;
          return {
            table: table.key,
            row: row.key,
            column: column.key,
            value: typeof given === "number" ? given : null,
            raw: given === null ? "" : String(given ?? value),
            unit: column.unit ?? row.unit ?? null,
            label: row.label,
            at: { in: "html", table: t, row: r, column: c, selector: `#t${t} td:nth-child(${c})` },
          };
        }),
      ),
    ),
  );
}

export function buildFact(
  table: TableKey,
  [row, column]: readonly [string, string],
  value: number,
): Fact {
  const at = { in: "html", table: 1, row: 90, column: 1, selector: "td" } as const;
  const label = row.split(".").at(-1) ?? row;
  return { table, row, column, value, raw: String(value), unit: null, label, at };
}

const findings: readonly Finding[] = [
  {
    rule: "T3-a",
    verdict: "fails",
    message: "自然人一列：新收与结转之和应等于办理结果总计与结转下年度之和。",
    expected: 12,
    actual: 11,
    facts: [
      "requests.newReceived.naturalPerson",
      "requests.carriedOver.naturalPerson",
      "requests.resultTotal.naturalPerson",
      "requests.carriedForward.naturalPerson",
    ],
  },
  ...["商业企业", "科研机构", "总计"].map((column): Finding => ({
    rule: "T3-b",
    verdict: "holds",
    message: `${column}一列：各项办理结果之和等于总计。`,
    expected: 3,
    actual: 3,
    facts: ["requests.resultTotal.total"],
  })),
  {
    rule: "T3-c",
    verdict: "cannotTell",
    message: "第 3 行有未填写的格，无法核对合计。",
    expected: null,
    actual: null,
    facts: ["requests.denied.process.total"],
  },
  {
    rule: "T4-a",
    verdict: "holds",
    message: "行政复议：四种结果之和等于总计。",
    expected: 2,
    actual: 2,
    facts: ["disputes.review.total"],
  },
];

const paragraph =
  "2024年，青禾县人民政府深入贯彻落实《中华人民共和国政府信息公开条例》，围绕群众关心的征地补偿、义务教育、社会救助等事项，全年主动公开政府信息1,286条，依申请公开办理平均用时11个工作日，未因政府信息公开收取费用。";

/** A report of form 2021 with a failing finding, blank cells, a row that no form knows and hostile text. */
export const countyReport: Report = {
  id: "980102-1f3a9c2e-2024",
  agencyId: "980102-1f3a9c2e",
  agency: "青禾县人民政府",
  printedAgency: "青禾县人民政府办公室",
  kind: "government",
  regions: pickRegions("980102"),
  level: "county",
  year: 2024,
  title: "青禾县2024年政府信息公开工作年度报告",
  form: "2021",
  published: "2025-01-24",
  indexNumber: "QH0010-2025-00012",
  documentNumber: "青政办〔2025〕3号",
  demo: true,
  sections: [
    {
      kind: "preamble",
      heading: "",
      text: "本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为2024年1月1日至12月31日。",
    },
    {
      kind: "overview",
      heading: "一、总体情况",
      text: `${paragraph}\n（一）主动公开。公开规范性文件4件，行政处罚决定212件，行政许可决定1,940件。\n（二）依申请公开。全年收到依申请公开13件，其中行政处罚类5件。`,
    },
    {
      kind: "disclosure",
      heading: "二、主动公开政府信息情况",
      text: "第二十条第（一）项\n信息内容  本年制发件数  本年废止件数  现行有效件数\n规章  0  0  0\n行政规范性文件  4  1  37",
    },
    {
      kind: "requests",
      heading: "三、收到和处理政府信息公开申请情况",
      text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）  申请人情况\n自然人  法人或其他组织  总计\n一、本年新收政府信息公开申请数量  11  2  0  0  0  0  13\n二、上年结转政府信息公开申请数量  1  0  0  0  0  0  1",
    },
    {
      kind: "disputes",
      heading: "四、因政府信息公开被申请行政复议、提起行政诉讼情况",
      text: "行政复议  行政诉讼\n结果维持  结果纠正  其他结果  尚未审结  总计\n1  1  0  0  2",
    },
    {
      kind: "problems",
      heading: "五、存在的主要问题及改进情况",
      text: `存在的不足：一是部分乡镇公开不够及时，政策解读形式单一。${scriptText}\n下一步将完善行政处罚信息公开目录，加强对乡镇的指导。`,
    },
    { kind: "other", heading: "六、其他需要报告的事项", text: "无其他需要报告的事项。" },
  ],
  facts: [
    ...buildFacts("2021", {
      "normativeDocuments.made": 4,
      "normativeDocuments.repealed": 1,
      "normativeDocuments.effective": 37,
      "permits.decisions": 1940,
      "penalties.decisions": 212,
      "coercion.decisions": 17,
      "fees.amount": 59237.2449,
      "newReceived.naturalPerson": 11,
      "newReceived.business": 2,
      "newReceived.total": 13,
      "carriedOver.naturalPerson": 1,
      "carriedOver.total": 1,
      "granted.naturalPerson": 8,
      "granted.business": 2,
      "granted.total": 10,
      "denied.process.total": null,
      "denied.thirdParty.total": "/",
      "resultTotal.naturalPerson": 11,
      "resultTotal.business": 2,
      "resultTotal.total": 13,
      "review.upheld": 1,
      "review.corrected": 1,
      "review.total": 2,
    }),
    buildFact("requests", ["denied.属于工作秘密", "total"], 1),
  ],
  findings,
  warnings: ["第三张表第 9 行第 7 格写的是“/”，未作数字读取。"],
  dates: noDates,
  attachments: [],
  capture: buildCapture("a", "https://www.qinghe.example/zwgk/ndbg/2024.html"),
  versions: [
    {
      capture: buildCapture("a", "https://www.qinghe.example/zwgk/ndbg/2024.html"),
      extractedAt: "2025-03-02T02:16:00.000Z",
      current: true,
    },
    {
      capture: buildCapture("b", "https://www.qinghe.example/zwgk/ndbg/2024.html"),
      extractedAt: "2025-02-01T06:00:00.000Z",
      current: false,
    },
  ],
};

/** The older version of the same report: two numbers and one paragraph are others. */
export const olderReport: Report = {
  ...countyReport,
  published: null,
  capture: buildCapture("b", "https://www.qinghe.example/zwgk/ndbg/2024.html"),
  sections: countyReport.sections.map((section) => ({
    ...section,
    text: section.text.replace("1,286条", "1,268条"),
  })),
  facts: countyReport.facts.flatMap((fact) => {
    if (fact.row === "permits") return [{ ...fact, value: 1904, raw: "1904" }];
    return fact.row === "denied.属于工作秘密" ? [] : [fact];
  }),
};

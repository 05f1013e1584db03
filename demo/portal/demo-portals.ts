import type { Division } from "../../corpus/division.ts";
import type { DemoAgency } from "../demo-report.ts";
import { attachments } from "./families/attachments.ts";
import { jpaas } from "./families/jpaas.ts";
import { trs } from "./families/trs.ts";
import { ucap } from "./families/ucap.ts";
import { vsb } from "./families/vsb.ts";
import type { Portal } from "./portal.ts";
import { buildPortal } from "./site/build-portal.ts";
import { buildReports } from "./site/build-reports.ts";
import {
  buildDepartment,
  buildGovernment,
  buildTownship,
  listPlaces,
} from "./site/list-agencies.ts";
import { loadDemoReports } from "./site/load-demo-reports.ts";
import type { Family, SitePlan } from "./site/site.ts";

/** A portal of the demo: its place, and the departments whose reports are generated. */
interface DemoSite {
  readonly name: string;
  readonly code: string;
  readonly siteName: string;
  readonly family: Family;
  readonly departments: readonly string[];
}

const years = [2019, 2020, 2021, 2022, 2023];

const sites: readonly DemoSite[] = [
  {
    name: "wangchuan",
    code: "9901",
    siteName: "望川市人民政府门户网站",
    family: ucap,
    departments: ["教育局", "住房和城乡建设局", "人力资源和社会保障局", "应急管理局"],
  },
  {
    name: "lanwan",
    code: "990101",
    siteName: "望川市澜湾区人民政府网",
    family: trs,
    departments: ["教育局", "住房和城乡建设局"],
  },
  {
    name: "qingshan",
    code: "990121",
    siteName: "青山县人民政府网站",
    family: trs,
    departments: ["住房和城乡建设局", "应急管理局"],
  },
  {
    name: "yangui",
    code: "9902",
    siteName: "雁归市人民政府网",
    family: attachments,
    departments: ["教育局", "体育局", "气象局"],
  },
  {
    name: "qiyun",
    code: "990201",
    siteName: "栖云区人民政府网",
    family: jpaas,
    departments: ["教育局", "人力资源和社会保障局", "应急管理局"],
  },
  {
    name: "liuquan",
    code: "990222",
    siteName: "柳泉县人民政府",
    family: vsb,
    departments: ["教育局", "退役军人事务局"],
  },
];

/**
 * The portals of the fictional province that a first run crawls: well-behaved, and made without other programs. They
 * publish the reports that are written by hand, at their addresses, and generated ones of other bodies and years. The same
 * seed always gives the same portals.
 */
export function buildDemoPortals(seed = 1): readonly Portal[] {
  const portals = sites.map((site, at) =>
    buildPortal(planDemoSite(site, seed * 100 + at), site.family),
  );
  return [...portals, buildEducationPortal(seed)];
}

function planDemoSite({ name, code, siteName, departments }: DemoSite, seed: number): SitePlan {
  const place = listPlaces().find(({ division }) => division.code === code);
  if (!place) throw new Error(`demo/divisions.csv holds no ${code}.`);
  const { division, townships } = place;
  const host = `www.${name}.gov.test`;
  const site = { host, siteName };
  const held = loadDemoReports(host);
  const known = new Set(held.map(({ page }) => `${page.agency.division} ${page.agency.name}`));
  const bodies: readonly (readonly [DemoAgency, string])[] = [
    [buildGovernment(division, site), ""],
    ...departments.map((words) => [buildDepartment(division, words, site), ""] as const),
    ...townships.map((township) => [buildTownship(township, site), division.name] as const),
  ];
  const generated = bodies
    .filter(([{ division: own, name: body }]) => !known.has(`${own} ${body}`))
    .flatMap(([agency, above], at) =>
      buildReports({ agency, above, years, seed: seed * 100 + at }),
    );
  return {
    id: `demo-${name}`,
    ...site,
    place: division.name,
    division: division.code,
    seed,
    reports: [...held, ...generated],
  };
}

/** A department with a host of its own. */
function buildEducationPortal(seed: number): Portal {
  const host = "jyj.qingshan.gov.test";
  const division = findDivision("990121");
  const plan: SitePlan = {
    id: "demo-qingshan-jyj",
    host,
    siteName: "青山县教育局",
    place: division.name,
    division: division.code,
    seed,
    reports: loadDemoReports(host),
  };
  const portal = buildPortal(plan, vsb);
  return {
    ...portal,
    sources: portal.sources.map((source) => ({ ...source, agency: "青山县教育局" })),
  };
}

function findDivision(code: string): Division {
  const found = listPlaces().find(({ division }) => division.code === code);
  if (!found) throw new Error(`demo/divisions.csv holds no ${code}.`);
  return found.division;
}

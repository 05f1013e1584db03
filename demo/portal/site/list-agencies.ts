import { readFileSync } from "node:fs";
import type { Division } from "../../../corpus/division.ts";
import { parseDivisions } from "../../../corpus/divisions/parse-divisions.ts";
import type { DemoAgency } from "../../demo-report.ts";
import { demoDivisions } from "../../list-demo.ts";

/** A place whose government has a portal, and the places below it. */
export interface PortalPlace {
  readonly division: Division;
  readonly townships: readonly Division[];
}

/** Departments as counties have them, by the words of their names; those of the demo are others. */
export const departmentNames = [
  "财政局",
  "民政局",
  "司法局",
  "水利局",
  "审计局",
  "统计局",
  "公安局",
  "林业局",
  "信访局",
  "商务局",
  "乡村振兴局",
  "医疗保障局",
  "交通运输局",
  "农业农村局",
  "卫生健康局",
  "自然资源局",
  "城市管理局",
  "行政审批局",
  "生态环境局",
  "文化和旅游局",
  "发展和改革局",
  "科学技术局",
  "机关事务管理局",
  "民族宗教事务局",
  "粮食和物资储备局",
  "招商局",
  "地方金融监督管理局",
  "政务服务管理局",
] as const;

/** The cities, counties and districts of the fictional province with their townships. */
export function listPlaces(): readonly PortalPlace[] {
  const divisions = parseDivisions(readFileSync(demoDivisions, "utf8"), demoDivisions);
  return divisions
    .filter(({ level }) => level === "city" || level === "county")
    .map((division) => ({
      division,
      townships: divisions.filter(
        ({ parent, level }) => parent === division.code && level === "township",
      ),
    }));
}

/** Where a body publishes. */
export interface AgencySite {
  readonly host: string;
  readonly siteName: string;
}

export function buildGovernment({ name, code }: Division, site: AgencySite): DemoAgency {
  const own = `${name}人民政府`;
  return { ...site, key: code, name: own, division: code, issuer: `${own}办公室`, reports: [] };
}

export function buildDepartment(
  { name, code }: Division,
  department: string,
  site: AgencySite,
): DemoAgency {
  const own = `${name}${department}`;
  return { ...site, key: own, name: own, division: code, issuer: own, reports: [] };
}

export function buildTownship({ name, code }: Division, site: AgencySite): DemoAgency {
  const own = `${name}${name.endsWith("街道") ? "办事处" : "人民政府"}`;
  return { ...site, key: code, name: own, division: code, issuer: own, reports: [] };
}

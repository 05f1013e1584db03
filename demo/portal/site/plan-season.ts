import { createRandom } from "../../generator/random.ts";
import { buildReports } from "./build-reports.ts";
import { buildDepartment, listPlaces } from "./list-agencies.ts";
import type { SitePlan } from "./site.ts";
import { spreadSeason } from "./spread-season.ts";

const year = 2023;
/** None of those that other portals have. */
const departments = [
  "能源局",
  "粮食局",
  "地震局",
  "药品监督管理局",
  "知识产权局",
  "疾病预防控制局",
  "邮政管理局",
  "海洋渔业局",
  "公路管理局",
  "港航管理局",
  "口岸管理局",
  "测绘地理信息局",
  "中医药管理局",
  "烟草专卖局",
  "通信管理局",
  "房产管理局",
  "市容环境卫生局",
  "物价局",
  "移民局",
  "外事局",
  "安全生产监督管理局",
  "国土资源局",
  "林业和草原局",
  "消防救援局",
] as const;

/** A county whose departments publish their reports of 2023 as a season has it; `at` picks the county. */
export function planSeason(seed: number, at: number): SitePlan {
  const places = listPlaces();
  const division = places[at % places.length]?.division;
  if (!division) throw new Error("demo/divisions.csv names no city or county.");
  const host = "www.season.gov.test";
  const site = { host, siteName: `${division.name}人民政府网` };
  const random = createRandom(seed * 1000 + at);
  const days = spreadSeason(year + 1, departments.length, random);
  return {
    id: "season",
    ...site,
    place: division.name,
    division: division.code,
    seed,
    reports: departments.flatMap((words, index) => {
      const agency = buildDepartment(division, words, site);
      const chooseDay = () => days[index] ?? "";
      const own = seed * 1000 + at * 50 + index;
      return buildReports({ agency, above: "", years: [year], seed: own, chooseDay });
    }),
  };
}

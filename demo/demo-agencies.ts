import { lanwanMarket } from "./agencies/lanwan-market.ts";
import { liuquanCounty } from "./agencies/liuquan-county.ts";
import { luoxiaTownship } from "./agencies/luoxia-township.ts";
import { qingshanCounty } from "./agencies/qingshan-county.ts";
import { qingshanEducation } from "./agencies/qingshan-education.ts";
import { shiguduTownship } from "./agencies/shigudu-township.ts";
import { wangchaoSubdistrict } from "./agencies/wangchao-subdistrict.ts";
import { wangchuanCity } from "./agencies/wangchuan-city.ts";
import type { DemoAgency } from "./demo-report.ts";

/** Every body of the fictional province. */
export const demoAgencies: readonly DemoAgency[] = [
  wangchuanCity,
  lanwanMarket,
  wangchaoSubdistrict,
  qingshanCounty,
  qingshanEducation,
  luoxiaTownship,
  liuquanCounty,
  shiguduTownship,
];

import { keptFamily } from "./families/kept-files.ts";
import type { Portal } from "./portal.ts";
import { buildPortal } from "./site/build-portal.ts";
import { planSite } from "./site/plan-site.ts";
import type { SitePlan } from "./site/site.ts";

/** Its files are written already: no seed changes what they say. */
const seed = 1;

/** The reports of three departments, whose files lie in files/kept; `at` picks place and departments. */
export function planKept(at: number): SitePlan {
  return planSite({ id: "kept", at, seed, departments: 3, years: [2023] });
}

/** A portal whose reports' tables stand in OLE files, and in a Word and a PDF file of one page. */
export function buildKeptPortal(at: number): Portal {
  return buildPortal(planKept(at), keptFamily);
}

import { buildReports } from "./build-reports.ts";
import { buildDepartment, departmentNames, listPlaces, type PortalPlace } from "./list-agencies.ts";
import type { SitePlan } from "./site.ts";

/** Which departments of which place have a portal of their own kind. `at` picks place and departments. */
export interface DepartmentsPlan {
  readonly id: string;
  readonly at: number;
  readonly seed: number;
  readonly departments?: number;
  readonly years?: readonly number[];
}

const most = 6;
const usualYears = [2020, 2021, 2022, 2023];

/** A site with the reports of some departments of a place, which no other number gives. */
export function planSite({
  id,
  at,
  seed,
  departments = most,
  years = usualYears,
}: DepartmentsPlan): SitePlan {
  const places = listPlaces();
  const place = pickPlace(places, at);
  const { name, code } = place.division;
  const host = `www.${id}.gov.test`;
  const site = { host, siteName: `${name}人民政府${id.toUpperCase()}网` };
  const from = Math.floor(at / places.length) * most;
  const chosen = departmentNames.slice(from, from + Math.min(departments, most));
  if (chosen.length === 0)
    throw new Error(`There are no departments for the site ${id}: add names.`);
  return {
    id,
    ...site,
    place: name,
    division: code,
    seed,
    reports: chosen.flatMap((department, index) =>
      buildReports({
        agency: buildDepartment(place.division, department, site),
        above: "",
        years,
        seed: seed * 1000 + at * 50 + index,
      }),
    ),
  };
}

function pickPlace(places: readonly PortalPlace[], at: number): PortalPlace {
  const place = places[at % places.length];
  if (!place) throw new Error("demo/divisions.csv names no city or county.");
  return place;
}

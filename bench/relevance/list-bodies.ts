import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AgencyKind } from "../../corpus/agency.ts";
import type { Division } from "../../corpus/division.ts";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { parseDivisions } from "../../corpus/divisions/parse-divisions.ts";
import { cityDepartments, countyDepartments, provinceDepartments } from "./boilerplate.ts";

/** A body that publishes: `printed` is its name with its places, as titles begin. */
export interface Body {
  readonly agency: string;
  readonly printed: string;
  readonly kind: AgencyKind;
  readonly path: readonly Division[];
}

/** The lists of fictional places: the demo's and this bench's. */
export const placeLists: readonly string[] = ["../../demo/divisions.csv", "./divisions.csv"].map(
  (list) => fileURLToPath(new URL(list, import.meta.url)),
);

/** The fictional places, and nothing else. */
export function loadPlaces(): Gazetteer {
  return new Gazetteer(
    placeLists.flatMap((file) => parseDivisions(readFileSync(file, "utf8"), file)),
  );
}

/** Every place's government, the departments of provinces, cities and counties, and an economic zone in each city. */
export function listBodies(places: Gazetteer): readonly Body[] {
  return places.divisions.flatMap((division) => {
    const path = places.path(division.code);
    return [buildGovernment(division, path), ...buildDepartments(division, path)];
  });
}

function buildGovernment(division: Division, path: readonly Division[]): Body {
  const isSubdistrict = division.name.endsWith("街道");
  const agency = `${division.name}${isSubdistrict ? "办事处" : "人民政府"}`;
  const parent = division.level === "township" ? (path.at(-2)?.name ?? "") : "";
  const kind = isSubdistrict ? "subdistrict" : "government";
  return { agency, printed: parent + agency, kind, path };
}

function buildDepartments(division: Division, path: readonly Division[]): readonly Body[] {
  const departments: Readonly<Record<Division["level"], readonly string[]>> = {
    province: provinceDepartments,
    city: cityDepartments,
    county: countyDepartments,
    township: [],
  };
  const own = departments[division.level].map((name): Body => {
    const agency = division.name + name;
    return { agency, printed: agency, kind: "department", path };
  });
  if (division.level !== "city") return own;
  const zone = `${division.name}经济开发区管理委员会`;
  return [...own, { agency: zone, printed: zone, kind: "zone", path }];
}

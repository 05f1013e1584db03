import { buildEarlierPortal } from "./earlier-portal.ts";
import { families } from "./family-list.ts";
import { buildKeptPortal } from "./kept-portal.ts";
import type { Portal } from "./portal.ts";
import { buildPortal } from "./site/build-portal.ts";
import { damageReports } from "./site/damage-reports.ts";
import { planSite } from "./site/plan-site.ts";
import type { SitePlan } from "./site/site.ts";
import { buildChangingPortal, buildSeasonalPortal } from "./timed-portals.ts";

/** Where the portal of files that are written already stands among the others. */
export const keptPlace = families.length + 1;

/**
 * One portal of every family, one that changes, one with files of other programs, one whose reports appear day by day and one of earlier years; no two have a report of the same
 * body. The same seed always gives the same portals. `startsAt` (milliseconds since 1970) begins the changes; without it
 * nothing changes.
 */
export function buildFamilyPortals(
  seed: number,
  { startsAt = Infinity }: { readonly startsAt?: number } = {},
): readonly Portal[] {
  const portals = families.map((family, at) =>
    buildPortal(choosePlan(planSite({ id: family.name, at, seed }), family), family),
  );
  return [
    ...portals,
    buildChangingPortal(seed, families.length, startsAt),
    buildKeptPortal(keptPlace),
    buildSeasonalPortal(seed, families.length + 1),
    buildEarlierPortal(seed, families.length + 2),
  ];
}

/** What portals of some behaviours publish is not as the others' is. */
function choosePlan(
  plan: SitePlan,
  { behaviours }: { readonly behaviours: readonly number[] },
): SitePlan {
  if (behaviours.includes(20))
    return { ...plan, reports: plan.reports.map((report) => ({ ...report, isPicture: true })) };
  if (behaviours.includes(21)) return { ...plan, reports: damageReports(plan.reports, plan.seed) };
  return plan;
}

import { createRandom } from "../generator/random.ts";
import { plain } from "./families/plain.ts";
import type { Portal, TruthReport } from "./portal.ts";
import { buildPortal } from "./site/build-portal.ts";
import { correctReport } from "./site/correct-report.ts";
import { planSeason } from "./site/plan-season.ts";
import { planSite } from "./site/plan-site.ts";
import type { Family, SitePlan } from "./site/site.ts";

const day = 86_400_000;
const officeHours = 8;

/** What happens to one report of a portal; `at` is in milliseconds since 1970. */
export interface PlannedChange {
  readonly at: number;
  readonly kind: "corrected" | "moved" | "deleted" | "backDated" | "released";
  /** Where the report lay before, or lies from then on. */
  readonly address: string;
}

/** A portal that is another one after each change. Its `truth` is that of the beginning. */
export interface TimedPortal extends Portal {
  readonly changes: readonly PlannedChange[];
  readonly truthAt: (at: number) => readonly TruthReport[];
}

interface Stage {
  readonly from: number;
  readonly plan: SitePlan;
  readonly family: Family;
}

/**
 * A portal that corrects a cell in silence after 5 days, moves a report after 6, deletes one after 8, and after 10
 * publishes one that it dates weeks or months earlier.
 */
export function buildChangingPortal(seed: number, at: number, startsAt: number): TimedPortal {
  const whole = planSite({ id: "changes", at, seed });
  const [corrected, moved, deleted, late, ...others] = whole.reports;
  if (!corrected || !moved || !deleted || !late) throw new Error("The site has too few reports.");
  const family: Family = { ...plain, name: "changes", behaviours: [23] };
  const movedFamily: Family = {
    ...family,
    locate: (row) =>
      row.report?.page === moved.page
        ? family.locate(row).replace("content_", "content_9")
        : family.locate(row),
  };
  const right = correctReport(corrected);
  // Its page is dated in January; its address tells the day on which it was made.
  const made = new Date(Number.isFinite(startsAt) ? startsAt + 10 * day : 0);
  const date = made.toISOString().slice(0, 10).replaceAll("-", "");
  const backDated = { ...late, path: `${plain.column}${date.slice(0, 6)}/t${date}_99999.html` };
  const stage = (days: number, reports: SitePlan["reports"], own = family): Stage => ({
    from: startsAt + days * day,
    plan: { ...whole, reports },
    family: own,
  });
  return buildTimedPortal(
    [
      { ...stage(0, [corrected, moved, deleted, ...others]), from: -Infinity },
      stage(5, [right, moved, deleted, ...others]),
      stage(6, [right, moved, deleted, ...others], movedFamily),
      stage(8, [right, moved, ...others], movedFamily),
      stage(10, [right, moved, backDated, ...others], movedFamily),
    ],
    ["corrected", "moved", "deleted", "backDated"],
  );
}

/** A portal whose reports appear on the days that they are dated, as those of a season do. Its `truth` is that of the end. */
export function buildSeasonalPortal(seed: number, at: number): TimedPortal {
  const plan = planSeason(seed, at);
  const family: Family = { ...plain, name: "season", behaviours: [35] };
  const days = [...new Set(plan.reports.map(({ published }) => published))].toSorted();
  const random = createRandom(seed);
  const stages = days.map((date) => ({
    // While its offices are open, in China.
    from: Date.parse(`${date}T01:00:00Z`) + random.below(officeHours * 60) * 60_000,
    plan: { ...plan, reports: plan.reports.filter(({ published }) => published <= date) },
    family,
  }));
  const empty = { from: -Infinity, plan: { ...plan, reports: [] }, family };
  const timed = buildTimedPortal(
    [empty, ...stages],
    days.map(() => "released"),
  );
  return { ...timed, truth: timed.truthAt(Infinity) };
}

/** One portal that is each of its stages in turn; each is built when it is first asked. */
function buildTimedPortal(
  stages: readonly Stage[],
  kinds: readonly PlannedChange["kind"][],
): TimedPortal {
  const built = new Map<Stage, Portal>();
  const find = (at: number): Portal => {
    const stage = stages.findLast(({ from }) => from <= at) ?? stages[0];
    if (!stage) throw new Error("A timed portal needs a stage.");
    const portal = built.get(stage) ?? buildPortal(stage.plan, stage.family);
    built.set(stage, portal);
    return portal;
  };
  const first = find(-Infinity);
  return {
    ...first,
    hosts: first.hosts.map(({ name }) => ({
      name,
      serve: async (asked) => {
        const host = find(asked.at).hosts.find((own) => own.name === name);
        if (!host) throw new Error(`The stage has no host ${name}.`);
        return host.serve(asked);
      },
    })),
    truthAt: (at) => find(at).truth,
    changes: kinds.flatMap((kind, index) => {
      const from = stages[index + 1]?.from ?? Infinity;
      if (!Number.isFinite(from)) return [];
      return findChanged(find(from - 1), find(from)).map((address) => ({
        at: from,
        kind,
        address,
      }));
    }),
  };
}

/** The addresses at which something else lies than before. */
function findChanged(before: Portal, after: Portal): readonly string[] {
  const listed = ({ truth }: Portal) =>
    truth.map(({ addresses, digest }) => `${addresses[0] ?? ""} ${digest ?? ""}`);
  const [old, own] = [new Set(listed(before)), new Set(listed(after))];
  const gone = [...old].filter((line) => !own.has(line));
  const come = [...own].filter((line) => !old.has(line));
  return [...new Set([...gone, ...come].map((line) => line.split(" ")[0] ?? ""))];
}

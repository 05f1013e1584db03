import type { Random } from "../../generator/random.ts";

/** When reports appear: the share that is out by the end of a day of the year. The few that come later are left out. */
export const seasonKnots: readonly (readonly [day: number, share: number])[] = [
  [0, 0],
  [10, 0.03],
  [20, 0.5],
  [31, 0.86],
  [59, 0.91],
  [90, 0.97],
];

const lastShare = seasonKnots.at(-1)?.[1] ?? 1;

/**
 * The days of a year (ISO 8601) on which so many reports appear, first to last: one is drawn from each equal share of
 * the season, so that few reports show its shape, too.
 */
export function spreadSeason(year: number, count: number, random: Random): readonly string[] {
  const steps = 1_000;
  return Array.from({ length: count }, (_, at) => {
    const share = (lastShare * (at + random.below(steps) / steps)) / count;
    const days = Math.max(1, Math.ceil(findDay(share)));
    return new Date(Date.UTC(year, 0, days)).toISOString().slice(0, 10);
  });
}

/** The day of the year by which a share is out: linear between the knots. */
function findDay(share: number): number {
  const next = seasonKnots.findIndex(([, until]) => until > share);
  const [from, until] = [seasonKnots[next - 1], seasonKnots[next]];
  if (!from || !until) return 0;
  return from[0] + ((share - from[1]) / (until[1] - from[1])) * (until[0] - from[0]);
}

import type { JudgedSection } from "./judged-section.ts";
import type { QueryOutcome } from "./measure-system.ts";

const mostShown = 40;
const hitsShown = 5;

/**
 * The worst queries, with their first hits and what was expected in their place: those that rank worst, then those
 * that rank well and count wrong. Only the tuning half is ever shown, lest the test half be tuned to.
 */
export function formatFailures(
  outcomes: readonly QueryOutcome[],
  sections: readonly JudgedSection[],
): string {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const shown = outcomes
    .filter(({ truth }) => truth.query.half === "tuning")
    .filter((outcome) => readNdcg(outcome) < 0.95 || countsWrong(outcome))
    .sort((a, b) => readNdcg(a) - readNdcg(b))
    .slice(0, mostShown);
  return shown.map((outcome) => formatOutcome(outcome, byId)).join("\n\n");
}

function readNdcg({ ranking }: QueryOutcome): number {
  return ranking?.ndcg ?? 1;
}

function countsWrong({ truth, answer }: QueryOutcome): boolean {
  return truth.total !== null && truth.total !== answer.total;
}

function formatOutcome(outcome: QueryOutcome, byId: ReadonlyMap<string, JudgedSection>): string {
  const { truth, answer, failed } = outcome;
  const { query, grades, total } = truth;
  const best = [...grades].sort(([, a], [, b]) => b - a).slice(0, hitsShown);
  const name = (id: string, grade: number): string => {
    const section = byId.get(id);
    return `  ${grade}  ${section?.title ?? id} · ${section?.heading ?? ""}`;
  };
  return [
    `${query.id}  ${query.q}  nDCG ${readNdcg(outcome).toFixed(3)}  total ${answer.total}${total === null ? "" : `, grep ${total}`}${failed === null ? "" : `  refused: ${failed}`}`,
    ` rule: ${query.match}${query.prefers === undefined ? "" : `, prefers ${query.prefers}`}`,
    " given:",
    ...answer.ids.slice(0, hitsShown).map((id) => name(id, grades.get(id) ?? 0)),
    ` expected, of ${grades.size}:`,
    ...best.map(([id, grade]) => name(id, grade)),
  ].join("\n");
}

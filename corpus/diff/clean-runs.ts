import type { TextRun } from "./report-diff.ts";

/** A stretch of text that is the same, with what was removed and added before it. */
interface Step {
  removed: string;
  added: string;
  same: string;
}

/**
 * Takes stray characters that both texts share by chance (的, a comma) into the change around them: a shared run
 * that is shorter than the changes on both its sides says less than one change would (as `cleanupSemantic` of
 * Google's diff-match-patch). Nothing is lost: the runs still spell both texts.
 */
export function cleanRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const steps = buildSteps(runs);
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (let at = 0; at + 1 < steps.length; at++) {
      const [step, next] = [steps[at], steps[at + 1]];
      if (!step || !next || !isStray(step, next)) continue;
      steps.splice(at, 2, merge(step, next));
      isDone = false;
      at = Math.max(-1, at - 2);
    }
  }
  return steps.flatMap(({ removed, added, same }) =>
    [
      { kind: "removed", text: removed } as const,
      { kind: "added", text: added } as const,
      { kind: "same", text: same } as const,
    ].filter(({ text }) => text !== ""),
  );
}

function buildSteps(runs: readonly TextRun[]): Step[] {
  const steps: Step[] = [];
  let open: Step = { removed: "", added: "", same: "" };
  for (const { kind, text } of runs) {
    if (open.same !== "" && kind !== "same") {
      steps.push(open);
      open = { removed: "", added: "", same: "" };
    }
    open[kind] += text;
  }
  return [...steps, open];
}

function isStray(step: Step, next: Step): boolean {
  const size = step.same.length;
  const before = Math.max(step.removed.length, step.added.length);
  const after = Math.max(next.removed.length, next.added.length);
  return size > 0 && size <= before && size <= after && !step.same.includes("\n");
}

function merge(step: Step, next: Step): Step {
  return {
    removed: step.removed + step.same + next.removed,
    added: step.added + step.same + next.added,
    same: next.same,
  };
}

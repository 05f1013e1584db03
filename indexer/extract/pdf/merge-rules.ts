import type { Box } from "./box.ts";
import type { Rule } from "./sheet.ts";

/** Strokes that lie no further apart than `beside` make one line; so do pieces with gaps up to `gap`. In points. */
const reach = { beside: 1.5, gap: 3.5 };
/** A merged line is no shorter: dots, dashes and bullets alone are none. */
const shortest = 6;
/** A page with more lines in one direction is a drawing. */
const most = 4_000;

/** Strokes that are no wider than this stand for lines in both directions: the dots of a dotted line. */
const dot = 3.2;

/** The horizontal lines that strokes make up; none where the page is a drawing. */
export function mergeHorizontals(strokes: readonly Box[]): readonly Rule[] {
  const lying = strokes.filter(({ x0, y0, x1, y1 }) => y1 - y0 <= Math.max(x1 - x0, dot));
  return mergeRules(lying.map(({ x0, y0, x1, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })));
}

/** The vertical lines that strokes make up; none where the page is a drawing. */
export function mergeVerticals(strokes: readonly Box[]): readonly Rule[] {
  const standing = strokes.filter(({ x0, y0, x1, y1 }) => x1 - x0 <= Math.max(y1 - y0, dot));
  return mergeRules(
    standing.map(({ x0, y0, x1, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })),
  );
}

function mergeRules(rules: Rule[]): readonly Rule[] {
  rules.sort((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  for (let first = 0; first < rules.length;) {
    const start = rules[first]?.at ?? 0;
    let last = first;
    while (last + 1 < rules.length && (rules[last + 1]?.at ?? 0) - start <= reach.beside) last++;
    mergeBeside(rules.slice(first, last + 1), merged);
    if (merged.length > most) return [];
    first = last + 1;
  }
  return merged;
}

/** Joins rules that lie beside each other where they overlap or nearly meet. */
function mergeBeside(rules: Rule[], merged: Rule[]): void {
  rules.sort((a, b) => a.from - b.from);
  let run: Rule[] = [];
  let end = -Infinity;
  for (const rule of rules) {
    if (rule.from > end + reach.gap) {
      addRun(run, merged);
      run = [];
      end = rule.to;
    }
    run.push(rule);
    end = Math.max(end, rule.to);
  }
  addRun(run, merged);
}

function addRun(run: readonly Rule[], merged: Rule[]): void {
  const from = run.reduce((least, rule) => Math.min(least, rule.from), Infinity);
  const to = run.reduce((largest, rule) => Math.max(largest, rule.to), -Infinity);
  if (!(to - from >= shortest)) return;
  // Long pieces say better than dots at corners where the line lies.
  const weight = run.reduce((sum, rule) => sum + rule.to - rule.from, 0);
  const at = run.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from), 0) / weight;
  merged.push({ at: weight > 0 ? at : (run[0]?.at ?? 0), from, to });
}

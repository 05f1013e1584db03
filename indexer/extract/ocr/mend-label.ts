import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import { stripNumbering } from "../tables/strip-numbering.ts";
import { officialLabels } from "./official-labels.ts";

/** Shares of an official label that may be misread, and that both readers may misread alike; the runner-up is so much further. */
const bounds = { misread: 0.4, alike: 0.2, apart: 2 };
/** Shorter labels must be read exactly by one of the readers. */
const shortest = 4;
/** What is left of a number before a label when it is misread. */
const remains = /^[^\p{Script=Han}（(]{1,4}(?=\p{Script=Han})/u;

/** A reading that is an official label, its number set right where only that is misread; null for any other. */
export function readOfficial(reading: string): string | null {
  const label = officialLabels.get(readCompared(reading));
  if (!label) return null;
  const digit = /^\d{1,2}(?=[^\d.、．])/u.exec(reading)?.[0];
  const isMisread = stripNumbering(reading).number === null && remains.test(reading);
  if (!isMisread) return reading;
  return digit === undefined ? label : `${digit}.${label}`;
}

/**
 * The official label that two readings of a cell mean: the one that the second gives, or else the only one near to
 * both, where the readers do not agree on what is different in it. Null where there is none.
 */
export function mendLabel(first: string, second: string): string | null {
  const [own, other] = [readCompared(first), readCompared(second)];
  const exact = officialLabels.get(other);
  const isUnread = own === "" || own === "\ufffd";
  const isExact = exact && (isUnread || measureEdits(own, other) <= Math.max(1, other.length / 2));
  const near = isExact ? other : findNear(own, other);
  const label = near === null ? null : officialLabels.get(near);
  if (!label) return null;
  const number = stripNumbering(first).number ?? stripNumbering(second).number ?? "";
  return number + label;
}

function readCompared(reading: string): string {
  const { number, label } = stripNumbering(reading);
  return normalizeLabel(number === null ? label.replace(remains, "") : label);
}

function findNear(first: string, second: string): string | null {
  const ranked = [...officialLabels.keys()]
    .filter((label) => label.length >= shortest)
    .map((label) => ({ label, edits: measureEdits(first, label) + measureEdits(second, label) }))
    .sort((a, b) => a.edits - b.edits);
  const [best, next] = ranked;
  if (!best || (next && next.edits < best.edits + bounds.apart)) return null;
  const { label } = best;
  const alike = countAlike(label, first, second);
  const isNear =
    best.edits / 2 <= bounds.misread * label.length && alike <= bounds.alike * label.length;
  return isNear ? label : null;
}

/**
 * How many characters of a label both readings lack in the same way: those that both replace by the same other
 * characters are printed otherwise. What only one of them lacks is misread.
 */
function countAlike(label: string, first: string, second: string): number {
  const toLabel = measureEdits(first, label) + measureEdits(second, label);
  return (toLabel - measureEdits(first, second)) / 2;
}

/** The least number of characters to replace, add or leave out that makes one text of the other. */
function measureEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

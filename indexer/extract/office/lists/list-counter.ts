import type { ListLevel, NumberedList } from "./numbered-list.ts";
import { writeNumber } from "./number-format.ts";

const levelCount = 9;

/** Counts the numbered paragraphs of a document, from its first to its last. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  /** What Word prints before the next paragraph at a level (`一、`, `1. `), or an empty text for a bullet. */
  countNext(list: NumberedList, level: number): string {
    const style = list.levels.get(level);
    if (!style) return "";
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    this.#restart(list, level, counts);
    counts[level] = (counts[level] ?? style.start - 1) + 1;
    for (let deeper = level + 1; deeper < levelCount; deeper++)
      if (level < (list.levels.get(deeper)?.restart ?? deeper)) counts[deeper] = undefined;
    return style.format === "bullet" ? "" : writeLabel(list, style, counts);
  }

  #restart(list: NumberedList, level: number, counts: (number | undefined)[]): void {
    const first = list.restarts.get(level);
    const key = `${list.id} ${level}`;
    if (first === undefined || this.#restarted.has(key)) return;
    this.#restarted.add(key);
    counts[level] = first - 1;
  }
}

function writeLabel(
  list: NumberedList,
  style: ListLevel,
  counts: readonly (number | undefined)[],
): string {
  const label = style.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const level = Number(digit) - 1;
    const { start = 1, format = "decimal" } = list.levels.get(level) ?? {};
    return writeNumber(counts[level] ?? start, style.isDecimal ? "decimal" : format);
  });
  // Chinese signs bring their own space; behind a digit or full stop the text must not run on.
  return style.isSpaced && /[\w.)\]]$/u.test(label) ? `${label} ` : label;
}

import { buildFactKey, type Fact } from "../fact.ts";
import type { FactChange } from "./report-diff.ts";

/** Cells whose value, words or unit differ, in the order of the newer version, those that are gone last. */
export function diffFacts(from: readonly Fact[], to: readonly Fact[]): readonly FactChange[] {
  const older = indexFacts(from);
  const newer = indexFacts(to);
  const changed = [...newer].flatMap(([name, fact]) => {
    const before = older.get(name) ?? null;
    return before !== null && isSame(before, fact) ? [] : [buildChange(before, fact)];
  });
  const gone = [...older].filter(([name]) => !newer.has(name));
  return [...changed, ...gone.map(([, fact]) => buildChange(fact, null))];
}

/** Facts by their key and, where a key comes again, by how often it came before. */
function indexFacts(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  const counts = new Map<string, number>();
  return new Map(
    facts.map((fact) => {
      const key = buildFactKey(fact);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return [`${key}\n${count}`, fact];
    }),
  );
}

function isSame(a: Fact, b: Fact): boolean {
  return a.value === b.value && a.raw.trim() === b.raw.trim() && a.unit === b.unit;
}

/** One of the two is not null. */
function buildChange(from: Fact | null, to: Fact | null): FactChange {
  const fact = to ?? from;
  if (fact === null) throw new TypeError("a change has a fact before it or after it");
  const { table, row, column, label } = fact;
  const change = from === null ? "added" : to === null ? "removed" : "changed";
  const key = buildFactKey(fact);
  return { change, key, table, row, column, label, from: readReading(from), to: readReading(to) };
}

function readReading(fact: Fact | null): FactChange["from"] {
  return fact && { value: fact.value, raw: fact.raw, unit: fact.unit };
}

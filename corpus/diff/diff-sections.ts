import type { Section } from "../section.ts";
import { normalizeLabel } from "../forms/normalize-label.ts";
import { buildDiffBudget, diffText, type DiffBudget } from "./diff-text.ts";
import type { SectionChange } from "./report-diff.ts";

/** A section with its position. */
interface Placed {
  readonly section: Section;
  readonly position: number;
}

/** A section as both versions have it, or only one of them. */
export interface SectionPair {
  readonly from: Placed | null;
  readonly to: Placed | null;
  readonly isSame: boolean;
  /** Whether the headings and the prose are the same, whatever the rows of tables say. */
  readonly isProseSame: boolean;
}

/** Sections whose heading or text differs, in the order of the newer version. */
export function diffSections(
  from: readonly Section[],
  to: readonly Section[],
): readonly SectionChange[] {
  const budget = buildDiffBudget();
  return pairSections(from, to)
    .filter(({ isSame }) => !isSame)
    .map((pair) => buildChange(pair, budget));
}

/**
 * Each section with its counterpart: the one of the same kind and heading, else the next of the same kind that
 * is left. In the order of the newer version; one that is gone stands behind the one it stood behind.
 */
export function pairSections(
  from: readonly Section[],
  to: readonly Section[],
): readonly SectionPair[] {
  const older = from.map((section, position) => ({ section, position }));
  const newer = to.map((section, position) => ({ section, position }));
  const partners = new Map<number, Placed>();
  for (const nameOf of [buildName, readKind]) match(older, newer, { partners, nameOf });
  const taken = new Set([...partners.values()].map(({ position }) => position));
  const pairs: SectionPair[] = newer.map((placed) =>
    buildPair(partners.get(placed.position) ?? null, placed),
  );
  for (const gone of older.filter(({ position }) => !taken.has(position))) {
    const before = pairs.findLastIndex(({ from }) => from && from.position < gone.position);
    pairs.splice(before + 1, 0, buildPair(gone, null));
  }
  return pairs;
}

interface Matching {
  /** Sections of the older version by the position of their counterpart in the newer one. */
  readonly partners: Map<number, Placed>;
  /** What counterparts have in common; null for a section that has none by this measure. */
  readonly nameOf: (section: Section) => string | null;
}

function match(
  older: readonly Placed[],
  newer: readonly Placed[],
  { partners, nameOf }: Matching,
): void {
  const taken = new Set([...partners.values()].map(({ position }) => position));
  const free = new Map<string, Placed[]>();
  for (const placed of older) {
    const name = nameOf(placed.section);
    if (name !== null && !taken.has(placed.position))
      free.set(name, [...(free.get(name) ?? []), placed]);
  }
  for (const { section, position } of newer) {
    if (partners.has(position)) continue;
    const partner = free.get(nameOf(section) ?? "")?.shift();
    if (partner) partners.set(position, partner);
  }
}

function buildName({ kind, heading }: Section): string {
  return `${kind}\n${normalizeLabel(heading)}`;
}

/** Sections of an unknown kind have only their heading in common. */
function readKind({ kind }: Section): string | null {
  return kind === "unknown" ? null : kind;
}

function buildPair(from: Placed | null, to: Placed | null): SectionPair {
  const isSame =
    from?.section.heading === to?.section.heading && from?.section.text === to?.section.text;
  const isProseSame =
    isSame || (from?.section.heading === to?.section.heading && readProse(from) === readProse(to));
  return { from, to, isSame, isProseSame };
}

/** The lines that are no rows of tables, whose cells are parted by two spaces; null where there is no section. */
function readProse(placed: Placed | null): string | null {
  if (placed === null) return null;
  const lines = placed.section.text.split("\n");
  return lines.filter((line) => !line.trim().includes("  ")).join("\n");
}

function buildChange({ from, to, isProseSame }: SectionPair, budget: DiffBudget): SectionChange {
  const change = from === null ? "added" : to === null ? "removed" : "changed";
  return {
    change,
    kind: to?.section.kind ?? from?.section.kind ?? "unknown",
    from: readSide(from),
    to: readSide(to),
    prose: !isProseSame,
    runs: diffText(from?.section.text ?? "", to?.section.text ?? "", budget),
  };
}

function readSide(placed: Placed | null): SectionChange["from"] {
  return placed && { position: placed.position, heading: placed.section.heading };
}

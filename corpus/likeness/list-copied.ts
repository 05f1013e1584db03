import type { CopiedKind } from "./copied.ts";
import { relations } from "./copied.ts";
import { isCopied, type ReportLikeness } from "./likeness.ts";

/** By what the section at a position is filtered: whose text it repeats, or `none`. */
export function listCopied(
  { sections }: Pick<ReportLikeness, "sections">,
  position: number,
): readonly CopiedKind[] {
  const matches = sections.find((section) => section.position === position)?.matches ?? [];
  const copied = new Set(matches.filter(isCopied).map(({ relation }) => relation));
  const kinds = relations.filter((relation) => copied.has(relation));
  return kinds.length === 0 ? ["none"] : kinds;
}

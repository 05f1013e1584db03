import type { CopiedKind } from "./copied.ts";
import { relations } from "./copied.ts";
import { isCopied, type ReportLikeness } from "./likeness.ts";

/** By what the section at a position is filtered: whose text it repeats, `none`, or `uncompared`. */
export function listCopied(
  { sections }: Pick<ReportLikeness, "sections">,
  position: number,
): readonly CopiedKind[] {
  const compared = sections.find((section) => section.position === position);
  if (compared === undefined) return ["uncompared"];
  const copied = new Set(compared.matches.filter(isCopied).map(({ relation }) => relation));
  const kinds = relations.filter((relation) => copied.has(relation));
  return kinds.length === 0 ? ["none"] : kinds;
}

import { foldQuery } from "./fold-query.ts";
import type { ParsedQuery, Span, TextNode } from "./parsed-query.ts";

export type ChipKind = "words" | "phrase" | "excluded" | "any" | "filter" | "condition";

/** A part of a query as readers see it. `without` is the query with it taken out. */
export interface Chip {
  readonly label: string;
  readonly kind: ChipKind;
  readonly span: Span;
  readonly without: string;
}

/** The parts that a query was understood to have, in the order in which they were typed. */
export function buildChips(parsed: ParsedQuery, query: string): readonly Chip[] {
  const folded = foldQuery(query);
  const texts = parsed.text.map((node) => ({
    label: labelNode(node),
    kind: findKind(node),
    span: node.span,
  }));
  const filters = parsed.filters.map(({ label, excluded, span }) => ({
    label: excluded ? `不含${label}` : label,
    kind: "filter" as const,
    span,
  }));
  const conditions = parsed.conditions.map(({ label, span }) => ({
    label,
    kind: "condition" as const,
    span,
  }));
  return [...texts, ...filters, ...conditions]
    .sort((a, b) => a.span.start - b.span.start)
    .map((chip) => ({ ...chip, without: cutSpan({ query, folded, ...chip.span }) }));
}

function findKind(node: TextNode): ChipKind {
  if (node.kind === "any") return "any";
  return node.excluded ? "excluded" : node.kind;
}

function labelNode(node: TextNode): string {
  if (node.kind === "any") return node.options.map(labelOption).join(" 或 ");
  const text = node.kind === "phrase" ? `“${node.text}”` : node.text;
  return node.excluded ? `不含 ${text}` : text;
}

function labelOption(option: readonly TextNode[]): string {
  return option
    .map((node) => (node.kind === "any" ? `（${labelNode(node)}）` : labelNode(node)))
    .join(" ");
}

const separators = " ,、;!?。";
const choiceBefore = /(^|[ (])(?:OR|或|\|+)$/;
const choiceAfter = /^(?:(?:OR|或)(?=$|[ ()|"“„「『〝])|\|+)/;
const operators = ":<>=≥≤≠≧≦";
/** More than the longest word between two of which either will do. */
const longestChoice = 8;

/** A stretch of a query, and the query as it was typed and folded. */
export interface Cut extends Span {
  readonly query: string;
  readonly folded: string;
}

/** The query without a stretch of it, and without the spaces, commas and `OR` that only this stretch needed. */
export function cutSpan({ query, folded, start, end }: Cut): string {
  let left = skipBack(folded, start);
  let right = skipOn(folded, end);
  if (left === 0 || folded.charAt(left - 1) === "(")
    right = skipOn(folded, skipChoice(folded, right));
  else if (right === folded.length || folded.charAt(right) === ")")
    left = skipBack(folded, skipChoiceBack(folded, left));
  const [before, after] = [query.slice(0, left), query.slice(right)];
  return `${before}${findJoint(folded.charAt(left - 1), folded.charAt(right))}${after}`.trim();
}

function skipBack(folded: string, from: number): number {
  let at = from;
  while (at > 0 && separators.includes(folded.charAt(at - 1))) at -= 1;
  return at;
}

function skipOn(folded: string, from: number): number {
  let at = from;
  while (at < folded.length && separators.includes(folded.charAt(at))) at += 1;
  return at;
}

function skipChoice(folded: string, at: number): number {
  return at + (choiceAfter.exec(folded.slice(at, at + longestChoice))?.[0].length ?? 0);
}

function skipChoiceBack(folded: string, at: number): number {
  const [all = "", space = ""] =
    choiceBefore.exec(folded.slice(Math.max(0, at - longestChoice), at)) ?? [];
  return at - all.length + space.length;
}

/** What keeps the two sides apart: where a space would make a filter or a condition of them, a mark that does not. */
function findJoint(before: string, after: string): string {
  if (before === "" || after === "" || before === "(" || after === ")") return "";
  return operators.includes(before) || operators.includes(after) ? "；" : " ";
}

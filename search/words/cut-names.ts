import { foldText } from "./fold-text.ts";
import { cutSpan } from "../language/build-chips.ts";
import { foldQuery } from "../language/fold-query.ts";
import type { ParsedQuery, Span, TextNode, TypedChoice } from "../language/parsed-query.ts";

/** A name in a query, in simplified characters, with all names that the query holds. */
interface TypedName {
  readonly q: string;
  readonly typed: string;
  readonly names: ReadonlySet<string>;
  readonly simplify: (text: string) => string;
}

/**
 * Where a name stands in a query so that it can be taken out: as a word or a part of one, as a phrase, or within a choice
 * of nothing but such names, which goes as a whole. Null where it stands nowhere so.
 */
export function findNameSpan({ text }: ParsedQuery, name: TypedName): Span | null {
  for (const node of text) {
    const span = node.kind === "any" ? findInChoice(node, name) : findInText(node, name);
    if (span !== null) return span;
  }
  return null;
}

function findInText(node: Exclude<TextNode, TypedChoice>, name: TypedName): Span | null {
  const { q, typed, simplify } = name;
  if (node.excluded) return null;
  const { start, end } = node.span;
  if (node.kind === "phrase" || node.text.length !== end - start)
    return fold(node.text, simplify) === typed ? node.span : null;
  const { folded, readOffset } = foldText(q.slice(start, end), simplify);
  const at = folded.indexOf(typed);
  if (at === -1) return null;
  return { start: start + readOffset(at), end: start + readOffset(at + typed.length) };
}

function findInChoice({ options, span }: TypedChoice, name: TypedName): Span | null {
  const words = options.map(([node, ...others]) =>
    node === undefined || node.kind === "any" || node.excluded || others.length > 0
      ? ""
      : fold(node.text, name.simplify),
  );
  return words.includes(name.typed) && words.every((word) => name.names.has(word)) ? span : null;
}

function fold(text: string, simplify: (text: string) => string): string {
  return foldText(text, simplify).folded.trim();
}

/** What joins two names. */
const joint = /^[\s,，、/›>·]*(?:和|与|及|以及|跟|同|或|或者|AND)?[\s,，、/›>·]*$/u;
/** What is left of a word and means nothing, or something else (-败诉), without the name before it. */
const leftover = /^(?:的(?![确士])|[/›·\-－−﹣]+)?/u;

/** The query without these stretches, without the words between two of them that only join them, and without 的 or a slash behind. */
export function cutNames(q: string, spans: readonly Span[]): string {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && (start < last.end || joint.test(q.slice(last.end, start))))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  const lead = q.length - q.trimStart().length;
  return joined.reduceRight((query, span) => {
    const [start, end] = [span.start - lead, span.end - lead];
    const behind = leftover.exec(query.slice(end))?.[0].length ?? 0;
    return cutSpan({ query, folded: foldQuery(query), start, end: end + behind });
  }, q.trimStart());
}

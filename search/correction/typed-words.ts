import { codesOnly } from "../places/region-names.ts";
import { foldQuery } from "../language/fold-query.ts";
import type { Span, TextNode, TypedText } from "../language/parsed-query.ts";
import { QueryReader } from "../language/query-reader.ts";
import { quotationMark } from "../language/read-phrase.ts";
import { tokenizeQuery } from "../language/tokenize-query.ts";

/** A query while it is corrected: as typed, and `plain`, of the same length, as it is compared. */
export interface TypedQuery {
  readonly query: string;
  readonly plain: string;
}

/** Half-width, lower case and simplified, of the same length. */
export function buildPlain(query: string, simplify: (text: string) => string): string {
  const folded = foldQuery(query).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const simple = simplify(folded);
  return simple.length === folded.length ? simple : folded;
}

const operator = /[:<>=≥≤≠≧≦]/u;
const operatorNext = / *[:<>=≥≤≠≧≦]/uy;

/**
 * The words of a query that may be corrected, in order, sequences that must hold together apart: nothing of phrases,
 * exclusions, keys, operators and conditions.
 */
export function listTypedWords(
  { query, plain }: TypedQuery,
  simplify: (text: string) => string,
): readonly (readonly Span[])[] {
  const names = { regions: codesOnly, simplify };
  const tokens = tokenizeQuery({ query, folded: foldQuery(query), names });
  const { part } = new QueryReader(tokens).read();
  return listSequences(part.text).map((nodes) =>
    nodes.flatMap((node) => {
      const span = locate(node, query);
      return span !== null && isFree(span, node.span, plain) ? [span] : [];
    }),
  );
}

function listSequences(nodes: readonly TextNode[]): readonly (readonly TypedText[])[] {
  const own = nodes.flatMap((node) =>
    node.kind === "words" && !node.excluded ? [{ ...node, kind: node.kind }] : [],
  );
  const inner = nodes.flatMap((node) =>
    node.kind === "any" ? node.options.flatMap((option) => [...listSequences(option)]) : [],
  );
  return own.length > 0 ? [own, ...inner] : inner;
}

/** Where the words stand: the span of a node may begin with the brackets or the key before them. */
function locate({ text, span }: TypedText, query: string): Span | null {
  const at = query.slice(span.start, span.end).lastIndexOf(text);
  return at === -1 ? null : { start: span.start + at, end: span.start + at + text.length };
}

function isFree({ start, end }: Span, outer: Span, plain: string): boolean {
  operatorNext.lastIndex = end;
  return (
    !operator.test(plain.slice(start, end)) &&
    !operatorNext.test(plain) &&
    !quotationMark.test(plain.slice(outer.start, outer.end))
  );
}

import { findFact } from "./fact-names.ts";
import { findFilterKey } from "./filter-keys.ts";
import type { Span } from "./parsed-query.ts";
import { matchAt, type QuerySource } from "./query-source.ts";
import { readCondition, type TypedHead } from "./read-condition.ts";
import { findMisspelling, readFilter } from "./read-filter.ts";
import { findPhraseEnd, quotationMark } from "./read-phrase.ts";
import { findWordEnd, hasLetterOrDigit, isOrWord, separator } from "./read-word.ts";
import { buildPartToken, type TypedToken } from "./typed-token.ts";

const minuses = /-+/uy;
const strokes = /\|+/uy;
/** With what parts it from what it excludes, so that it stands right before that, like a minus. */
const spacedNot = /NOT[ ,;!?、。\p{Cf}]*/uy;
const head = /([\p{L}_][\p{L}\p{M}\p{N}_.·]{0,80})( *)(>=|<=|!=|<>|==|=>|=<|[:<>=≥≤≠≧≦])( *)/uy;
const invisible = /[ \p{Cf}]/u;

/** Cuts a query into marks and parts, in order and apart from one another. Whatever is typed, it comes to an end. */
export function tokenizeQuery(source: QuerySource): readonly TypedToken[] {
  const tokens: TypedToken[] = [];
  const { folded } = source;
  for (let at = 0; at < folded.length;) {
    const char = folded.charAt(at);
    if (invisible.test(char) || separator.test(char)) at += 1;
    else {
      const token = readToken(source, at);
      tokens.push(token);
      at = token.span.end;
    }
  }
  return tokens;
}

function readToken(source: QuerySource, start: number): TypedToken {
  const char = source.folded.charAt(start);
  const one = { start, end: start + 1 };
  if (char === "(") return { kind: "open", span: one };
  if (char === ")") return { kind: "close", span: one };
  if (char === "|") return { kind: "or", span: matchSpan(source, strokes, start) };
  if (char === "-") return { kind: "minus", span: matchSpan(source, minuses, start) };
  if (quotationMark.test(char)) return readPhrase(source, start);
  return readNamed(source, start) ?? readWord(source, start);
}

function matchSpan(source: QuerySource, pattern: RegExp, start: number): Span {
  return { start, end: start + (matchAt(source, pattern, start)?.[0].length ?? 1) };
}

function readPhrase({ query, folded }: QuerySource, start: number): TypedToken {
  const end = findPhraseEnd(folded, start);
  if (end === null) {
    const span = { start, end: start + 1 };
    const message = "引号没有配对，后面的字按普通的词检索；要查连在一起的字，请在末尾补上引号。";
    return buildPartToken(span, {}, [{ message, span }]);
  }
  const text = query.slice(start + 1, end).trim();
  const span = { start, end: end + 1 };
  if (!hasLetterOrDigit(text)) return buildPartToken(span, {});
  return buildPartToken(span, { text: [{ kind: "phrase", text, excluded: false, span }] });
}

/** A filter or a condition: a name, an operator and what follows. */
function readNamed(source: QuerySource, start: number): TypedToken | null {
  const found = matchAt(source, head, start);
  if (found === null) return null;
  const [all, name = "", before = "", operator = ""] = found;
  const nameEnd = start + name.length;
  const operatorEnd = nameEnd + before.length + operator.length;
  if (source.folded.startsWith("//", operatorEnd)) return null;
  if (before !== "" && !isKnown(source, name)) return null;
  const typed: TypedHead = {
    name,
    operator,
    valueAt: start + all.length,
    span: { start, end: operatorEnd },
  };
  return readFilter(source, typed) ?? readCondition(source, typed) ?? readMisspelt(source, typed);
}

function isKnown({ names }: QuerySource, name: string): boolean {
  const simple = names.simplify(name);
  return findFilterKey(simple) !== null || findFact(simple) !== null;
}

function readMisspelt(source: QuerySource, typed: TypedHead): TypedToken | null {
  const problem = findMisspelling(source, typed);
  if (problem === null) return null;
  const word = readWord(source, typed.span.start);
  return word.kind === "part" ? { ...word, problems: [problem] } : null;
}

function readWord(source: QuerySource, start: number): TypedToken {
  const end = Math.max(findWordEnd(source, start), start + 1);
  const span = { start, end };
  const text = source.query.slice(start, end);
  const word = source.folded.slice(start, end);
  if (isOrWord(word)) return { kind: "or", span };
  if (word === "NOT") return { kind: "minus", span: matchSpan(source, spacedNot, start) };
  if (word === "AND") return buildPartToken(span, {});
  if (!hasLetterOrDigit(text)) return buildPartToken(span, {});
  return buildPartToken(span, { text: [{ kind: "words", text, excluded: false, span }] });
}

import { findFilterKey } from "../language/filter-keys.ts";
import { foldQuery } from "../language/fold-query.ts";
import type { FilterKey } from "../language/parsed-query.ts";
import { quotationMark } from "../language/read-phrase.ts";
import { tokenizeQuery } from "../language/tokenize-query.ts";
import type { TypedToken } from "../language/typed-token.ts";

/**
 * A query that is being typed, at whose end something is to be completed. `text` is all of it, `words` with where they
 * begin are the last ones, of which all or only the last may be completed, and everything before them stays.
 * - `free`: the words stand by themselves, and filters may take their place;
 * - `bound`: a single word that is excluded, beside OR or in a bracket, and can only be completed where it stands;
 * - `value`: a single word that is a value of the filter `key`.
 */
export type TypedQuery = {
  readonly text: string;
  readonly words: readonly TypedWord[];
} & (
  | { readonly kind: "free" }
  | { readonly kind: "bound" }
  | { readonly kind: "value"; readonly key: FilterKey }
);

export interface TypedWord {
  readonly text: string;
  readonly start: number;
}

/** Every name may be that of a place: what follows a comma behind one is taken for another. */
const anyPlace = { nameOf: () => null, resolve: (name: string) => [name] };

/** Reads what was typed so far by the grammar of queries; null where there is nothing to complete. */
export function readTypedQuery(
  text: string,
  simplify: (text: string) => string,
): TypedQuery | null {
  const folded = foldQuery(text);
  const tokens = tokenizeQuery({ query: text, folded, names: { simplify, regions: anyPlace } });
  const last = tokens.at(-1);
  if (last === undefined || tokens.some((token) => isOpenQuote(token, folded))) return null;
  const value = readLastValue(text, last, simplify);
  if (value !== null) return value;
  if (!isWord(last)) return null;
  if (isBound(tokens, tokens.length - 1) || countOpen(tokens) > 0)
    return { kind: "bound", text, words: [readWord(text, last)] };
  return { kind: "free", text, words: listWords(text, tokens) };
}

/** The last words that stand by themselves. */
function listWords(text: string, tokens: readonly TypedToken[]): readonly TypedWord[] {
  const first = tokens.findLastIndex((token, at) => !isWord(token) || isBound(tokens, at)) + 1;
  return tokens.slice(first).map((token) => readWord(text, token));
}

function readWord(text: string, { span }: TypedToken): TypedWord {
  return { text: text.slice(span.start, span.end), start: span.start };
}

/** A plain word without anything that could not be read. */
function isWord(token: TypedToken): boolean {
  if (token.kind !== "part" || token.problems.length > 0) return false;
  const [node, ...others] = token.part.text;
  return node?.kind === "words" && others.length === 0;
}

/** Whether the token at a place belongs to a mark beside it. */
function isBound(tokens: readonly TypedToken[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.kind === "or" || after?.kind === "or") return true;
  return before?.kind === "minus" && before.span.end === token?.span.start;
}

function countOpen(tokens: readonly TypedToken[]): number {
  return tokens.reduce(
    (open, { kind }) =>
      kind === "open" ? open + 1 : kind === "close" ? Math.max(0, open - 1) : open,
    0,
  );
}

function isOpenQuote({ kind, span }: TypedToken, folded: string): boolean {
  const isMark = kind === "part" && span.end - span.start === 1;
  return isMark && quotationMark.test(folded.charAt(span.start));
}

const filter =
  /^([\p{L}_]+) *(?:[:：]|[=＝]{1,2}|[!！][=＝]|≠) *(?:.*[,，、|｜] *)?([^,，、|｜:：]*)$/u;

function readLastValue(
  text: string,
  { kind, span }: TypedToken,
  simplify: (text: string) => string,
): TypedQuery | null {
  if (kind !== "part") return null;
  const [all, name = "", value = ""] = filter.exec(text.slice(span.start, span.end)) ?? [];
  const key = all === undefined ? null : findFilterKey(simplify(name.normalize("NFKC")));
  if (key === null || !/^[\p{L}\p{M}\p{N}·'’]+$/u.test(value)) return null;
  const start = span.end - value.length;
  return { kind: "value", key, text, words: [{ text: value, start }] };
}

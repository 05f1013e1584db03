import type { Comparison } from "../facts/fact-condition.ts";
import { findFact, listFactNames, listFacts, type NamedFact } from "./fact-names.ts";
import { buildKeyParts, findNearestKey } from "./nearest-key.ts";
import { findNearestName } from "./nearest-name.ts";
import type { QueryProblem, Span, TypedCondition } from "./parsed-query.ts";
import { matchAt, type QuerySource } from "./query-source.ts";
import { buildPartToken, type TypedToken } from "./typed-token.ts";

/** A name with the operator after it: `operator` as typed, `valueAt` the offset behind it and its spaces. */
export interface TypedHead {
  readonly name: string;
  readonly operator: string;
  readonly valueAt: number;
  readonly span: Span;
}

const number = /[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
const unit = /(?:人次|万元|[件条次个项份人元])?/;
const dots = /(?:\.{2,3}|。。|…+|~+|-|–|—+|至|到)/;
const end = /(?=$|[ ()|、。;!?"“”„「」『』〝〞]|,(?!\d)|\.(?!\d))/;
const amount = new RegExp(`(${number.source})(${unit.source})${end.source}`, "uy");
const range = new RegExp(
  `(${number.source})?${unit.source}${dots.source}(?:(${number.source})(${unit.source}))?${end.source}`,
  "uy",
);
const keyParts = buildKeyParts(listFacts().map(({ key }) => key));
const rest = /(?:,(?=\d)|[^ ()|,、。;!?"“”„「」『』〝〞])*/uy;

const comparisons: Readonly<Record<string, Comparison>> = {
  ":": "=",
  "=": "=",
  "==": "=",
  "!=": "!=",
  "<>": "!=",
  "≠": "!=",
  ">": ">",
  ">=": ">=",
  "=>": ">=",
  "≥": ">=",
  "≧": ">=",
  "<": "<",
  "<=": "<=",
  "=<": "<=",
  "≤": "<=",
  "≦": "<=",
};

/**
 * Reads a condition on a number (`requests.newReceived.total>100`, `新收：10..20`) from its name on; null where this
 * is none: no known name, and nothing that looks like the key of one before a number.
 */
export function readCondition(source: QuerySource, head: TypedHead): TypedToken | null {
  const fact = findFact(source.names.simplify(head.name));
  const isKey = /^[a-z]+\.[a-z.]+$/i.test(head.name);
  const isColon = head.operator === ":";
  const limits = readLimits(source, head);
  if (fact !== null && limits !== null) return buildCondition(fact, limits, head);
  if (isColon && !isKey) return null;
  if (fact !== null) return buildUnread(source, head, sayNumberMissing(fact));
  if (limits === null || head.valueAt !== head.span.end) return null;
  const span = { start: head.span.start, end: limits.end };
  const advise = () => adviseName(head.name, isKey);
  const problems = [{ message: sayUnknown(head.name, isKey), span, advise }];
  if (isKey) return buildPartToken(span, {}, problems);
  const words = { kind: "words", text: head.name, excluded: false, span } as const;
  return buildPartToken(span, { text: [words] }, problems);
}

interface Limits {
  readonly comparison: Comparison;
  readonly value: number;
  readonly upTo?: number;
  readonly unit: string;
  readonly end: number;
}

function readLimits(source: QuerySource, { operator, valueAt }: TypedHead): Limits | null {
  const comparison = comparisons[operator];
  if (comparison === undefined) return null;
  const span = comparison === "=" ? matchAt(source, range, valueAt) : null;
  if (span !== null) return buildRange(span, valueAt);
  const found = matchAt(source, amount, valueAt);
  if (found === null) return null;
  const [all, digits = "", unit = ""] = found;
  return { comparison, value: readNumber(digits), unit, end: valueAt + all.length };
}

function buildRange([all, from, to, unit = ""]: RegExpExecArray, at: number): Limits | null {
  const shared = { unit, end: at + all.length };
  const [first, last] = [from, to].map((digits) => digits && readNumber(digits));
  if (typeof first === "number" && typeof last === "number")
    return {
      comparison: "between",
      value: Math.min(first, last),
      upTo: Math.max(first, last),
      ...shared,
    };
  if (typeof first === "number") return { comparison: ">=", value: first, ...shared };
  return typeof last === "number" ? { comparison: "<=", value: last, ...shared } : null;
}

function readNumber(digits: string): number {
  return Number(digits.replaceAll(",", ""));
}

function buildCondition(fact: NamedFact, limits: Limits, head: TypedHead): TypedToken {
  const { comparison, value, upTo, unit, end } = limits;
  const span = { start: head.span.start, end };
  if (/[万元]/u.test(unit) && unit !== fact.unit) {
    const message = `“${fact.label}”的单位${fact.unit === null ? "没有定" : `是${fact.unit}`}，不能按${unit}比较，这个条件没有用；请只写数字。`;
    return buildPartToken(span, {}, [{ message, span }]);
  }
  const condition: TypedCondition = {
    fact: fact.key,
    comparison,
    value,
    ...(upTo !== undefined && { upTo }),
    label: `${fact.label} ${labelLimits(limits)}`,
    span,
  };
  return buildPartToken(span, { conditions: [condition] });
}

const signs: Readonly<Record<Exclude<Comparison, "between">, string>> = {
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
  "=": "=",
  "!=": "≠",
};

function labelLimits({ comparison, value, upTo }: Limits): string {
  return comparison === "between" ? `${value}–${upTo}` : `${signs[comparison]} ${value}`;
}

function buildUnread(source: QuerySource, head: TypedHead, message: string): TypedToken {
  const [text = ""] = matchAt(source, rest, head.valueAt) ?? [];
  const span: Span = {
    start: head.span.start,
    end: Math.max(head.span.end, head.valueAt + text.length),
  };
  const problem: QueryProblem = { message, span };
  return buildPartToken(span, {}, [problem]);
}

function sayNumberMissing({ label, key }: NamedFact): string {
  return `“${label}”后面没有能读的数字，这个条件没有用；请写成 ${key}>100 或 ${key}:10..20。`;
}

function sayUnknown(name: string, isKey: boolean): string {
  const done = isKey ? "这个条件没有用" : "已当作普通的词检索";
  return `没有叫“${name}”的数据项，${done}；可用的名称见检索语法。`;
}

const labels = listFactNames().filter((name) => /\p{Script=Han}/u.test(name));

function adviseName(name: string, isKey: boolean): string {
  const nearest = isKey ? findNearestKey(name, keyParts) : findNearestLabel(name);
  return nearest === null ? "" : `最接近的是 ${nearest}。`;
}

function findNearestLabel(name: string): string | null {
  const within = labels
    .filter((other) => name.includes(other) || other.includes(name))
    .sort((a, b) => Math.abs(a.length - name.length) - Math.abs(b.length - name.length));
  return within[0] ?? findNearestName(name, labels, Math.ceil(name.length / 2));
}

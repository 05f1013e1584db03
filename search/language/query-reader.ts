import { excludeTexts, widenPart } from "./exclude-part.ts";
import { joinChoices, type JoinedPart } from "./join-choices.ts";
import type { Span } from "./parsed-query.ts";
import type { FoundProblem, TypedPart, TypedToken } from "./typed-token.ts";

/** A bracket behind a minus: `span` with both, `tokens` those of the bracket. */
interface TypedGroup {
  readonly span: Span;
  readonly tokens: readonly TypedToken[];
}

/** Groups within groups deeper than this are read as if their brackets were not there. */
const deepest = 10;

/** Reads tokens by recursive descent: a sequence of choices, a choice of items, an item with or without a minus. */
export class QueryReader {
  readonly #tokens: readonly TypedToken[];
  readonly #problems: FoundProblem[] = [];
  #at = 0;
  /** Opened brackets that are too deep to count. */
  #ignored = 0;

  constructor(tokens: readonly TypedToken[]) {
    this.#tokens = tokens;
  }

  /** Everything, once. */
  read(): JoinedPart {
    const part = this.#readSequence(0, { start: 0, end: this.#tokens.at(-1)?.span.end ?? 0 });
    return { part, problems: this.#problems };
  }

  #readSequence(depth: number, span: Span): TypedPart {
    const choices: [TypedPart, ...TypedPart[]][] = [];
    let or: Span | null = null;
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (token.kind === "close" && this.#endsGroup(depth, token.span)) break;
      if (token.kind === "close") continue;
      if (token.kind === "or") {
        this.#at += 1;
        if (or !== null || choices.length === 0) this.#report(sayDangling("左"), token.span);
        else or = token.span;
        continue;
      }
      const part = this.#readItem(token, depth);
      if (isEmpty(part)) continue;
      const last = choices.at(-1);
      if (or !== null && last) last.push(part);
      else choices.push([part]);
      or = null;
    }
    if (or !== null) this.#report(sayDangling("右"), or);
    return joinSequence(
      choices.map((parts) => this.#joinParts(parts)),
      span,
    );
  }

  /** Whether a closing bracket ends the group at this depth; one that ends nothing is passed over. */
  #endsGroup(depth: number, span: Span): boolean {
    if (this.#ignored === 0 && depth > 0) return true;
    this.#at += 1;
    if (this.#ignored > 0) this.#ignored -= 1;
    else this.#report("右括号没有配对，检索时不计；请补上左括号，或把它去掉。", span);
    return false;
  }

  #joinParts(parts: readonly [TypedPart, ...TypedPart[]]): TypedPart {
    if (parts.length === 1) return parts[0];
    const { part, problems } = joinChoices(parts);
    this.#problems.push(...problems);
    return part;
  }

  #readItem(token: TypedToken, depth: number): TypedPart {
    this.#at += 1;
    if (token.kind === "minus") return this.#readExcluded(token.span, depth);
    if (token.kind === "open") return this.#readGroup(token.span, depth);
    if (token.kind !== "part") return buildEmpty(token.span);
    this.#problems.push(...token.problems);
    return token.part;
  }

  #readExcluded(minus: Span, depth: number): TypedPart {
    const next = this.#peek();
    const applies =
      next !== undefined &&
      next.span.start === minus.end &&
      (next.kind === "part" || next.kind === "open");
    if (!applies) return buildEmpty(minus);
    const from = this.#at;
    const part = this.#readItem(next, depth);
    const span = { start: minus.start, end: part.span.end };
    if (next.kind !== "open") return this.#excludePart(part, span);
    return this.#excludeGroup(part, { span, tokens: this.#tokens.slice(from, this.#at) });
  }

  /** Without one of the things in it, a bracket would exclude more than was asked: it is left out wholly. */
  #excludeGroup(part: TypedPart, { span, tokens }: TypedGroup): TypedPart {
    const isFilter = part.filters.length === 1 && part.text.length + part.conditions.length === 0;
    const isText = !tokens.some((token) => hasOtherThanText(token));
    if (isText || (isFilter && !tokens.some(isLeftOut)) || isEmpty(part))
      return this.#excludePart(part, span);
    this.#report(
      "减号后的括号里有筛选或数值条件，整个括号没有用；请把它们写在括号外面，例如 -region:…，或把 > 改成 <=。",
      span,
    );
    return buildEmpty(span);
  }

  #excludePart(part: TypedPart, span: Span): TypedPart {
    const { text, filters, conditions } = part;
    for (const condition of conditions)
      this.#report(
        "数值条件前面不能加减号，这个条件没有用；请去掉减号，改用相反的比较，例如把 > 改成 <=。",
        condition.span,
      );
    const [only] = filters;
    if (only !== undefined && filters.length === 1 && text.length === 0) {
      const excluded = { ...only, excluded: !only.excluded };
      return widenPart({ text: [], filters: [excluded], conditions: [], span }, span);
    }
    return widenPart({ text: excludeTexts(text, span), filters: [], conditions: [], span }, span);
  }

  #readGroup(open: Span, depth: number): TypedPart {
    if (depth >= deepest) {
      if (this.#ignored === 0) this.#report(`括号套得太深，第 ${deepest} 层以内的才算。`, open);
      this.#ignored += 1;
      return buildEmpty(open);
    }
    const part = this.#readSequence(depth + 1, open);
    const close = this.#peek();
    if (close?.kind === "close") this.#at += 1;
    else this.#report("左括号没有配对，当作到末尾为止；请补上右括号。", open);
    const end = close?.span.end ?? this.#tokens.at(-1)?.span.end ?? open.end;
    return widenPart(part, { start: open.start, end });
  }

  #peek(): TypedToken | undefined {
    return this.#tokens[this.#at];
  }

  #report(message: string, span: Span): void {
    this.#problems.push({ message, span });
  }
}

function joinSequence(parts: readonly TypedPart[], span: Span): TypedPart {
  return {
    text: parts.flatMap(({ text }) => text),
    filters: parts.flatMap(({ filters }) => filters),
    conditions: parts.flatMap(({ conditions }) => conditions),
    span,
  };
}

function buildEmpty(span: Span): TypedPart {
  return { text: [], filters: [], conditions: [], span };
}

function isEmpty({ text, filters, conditions }: TypedPart): boolean {
  return text.length + filters.length + conditions.length === 0;
}

function hasOtherThanText(token: TypedToken): boolean {
  if (token.kind !== "part") return false;
  return token.part.filters.length + token.part.conditions.length > 0 || isLeftOut(token);
}

/** A filter or a condition that could not be read; a lone mark that could not leaves nothing out. */
function isLeftOut(token: TypedToken): boolean {
  const isMark = token.span.end - token.span.start === 1;
  return token.kind === "part" && !isMark && token.problems.length > 0 && isEmpty(token.part);
}

function sayDangling(side: "左" | "右"): string {
  return `“或”的${side}边没有可查的词，检索时不计；请在两边都写上词。`;
}

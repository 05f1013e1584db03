import type { TextNode, TypedFilter } from "./parsed-query.ts";
import type { FoundProblem, TypedPart } from "./typed-token.ts";

/** A part, with what in it could not be read. */
export interface JoinedPart {
  readonly part: TypedPart;
  readonly problems: readonly FoundProblem[];
}

const empty = { text: [], filters: [], conditions: [] };

/**
 * Joins two or more parts of which any may hold. Values of one filter become its values; other filters and conditions
 * can stand in no choice: they are left out with a problem.
 */
export function joinChoices(parts: readonly [TypedPart, ...TypedPart[]]): JoinedPart {
  const end = parts.at(-1)?.span.end ?? parts[0].span.end;
  const span = { start: parts[0].span.start, end };
  const filter = joinFilters(parts);
  if (filter !== null)
    return { part: { ...empty, filters: [{ ...filter, span }], span }, problems: [] };
  const problems = parts
    .filter(({ filters, conditions }) => filters.length + conditions.length > 0)
    .map(({ span }) => ({
      message:
        "筛选和数值条件不能放在“或”里，这里没有用它；同一筛选的几个值请写在一起，例如 year:2020,2021。",
      span,
    }));
  const options = parts.flatMap(({ text }) => listOptions(text));
  const [first] = options;
  if (first === undefined) return { part: { ...empty, span }, problems };
  const [node, ...others] = options.length === 1 ? first : [];
  const whole: TextNode =
    node !== undefined && others.length === 0 ? { ...node, span } : { kind: "any", options, span };
  return { part: { ...empty, text: [whole], span }, problems };
}

/** A choice within a choice is part of it. */
function listOptions(text: readonly TextNode[]): readonly (readonly TextNode[])[] {
  const [node, ...others] = text;
  if (node === undefined) return [];
  return node.kind === "any" && others.length === 0 ? node.options : [text];
}

function joinFilters(parts: readonly TypedPart[]): TypedFilter | null {
  const filters = parts.map(findOnlyFilter);
  const [first] = filters;
  if (first === undefined || first === null) return null;
  const same = filters.filter((filter) => filter !== null && isJoinable(filter, first));
  const all = same.filter((filter) => filter !== null);
  if (all.length !== parts.length) return null;
  const values = [...new Set(all.flatMap((filter) => filter.values))];
  const [name = ""] = first.label.split("：");
  const labels = all.map(({ label }) => label.slice(name.length + 1));
  return { ...first, values, label: `${name}：${[...new Set(labels)].join("、")}` };
}

function isJoinable(filter: TypedFilter, first: TypedFilter): boolean {
  return filter.key === first.key && !filter.excluded && filter.values.length > 0;
}

function findOnlyFilter({ text, filters, conditions }: TypedPart): TypedFilter | null {
  return text.length + conditions.length === 0 && filters.length === 1
    ? (filters[0] ?? null)
    : null;
}

import type { Section } from "../../../corpus/section.ts";
import { sectionLabels } from "../../../corpus/section.ts";
import { normalizeWidth } from "../prose/normalize-width.ts";
import type { DraftIssue } from "./draft-issue.ts";

const mostShown = 5;
const crosses = String.raw`(?<![A-Za-z./_-])[Xx]{2,}(?![A-Za-z\d./_-])年?|×{2,}年?|(?<![A-Za-z\d×])[X×][年月日]`;
const blank = String.raw`(?<!_)_{2,60}[年月日件条份次人]`;
const request = String.raw`[(【〔\[<](?:请|此处|在此|待)?(?:填写|填入|填报|输入|补充)[^)】〕\]>\n]{0,20}[)】〕\]>]`;
const placeholder = new RegExp([crosses, blank, request].join("|"), "gu");

/** What a template leaves to be filled in and the draft still has: `XXXX年`, `（请填写）`, `____件`. */
export function findPlaceholders(
  title: string | null,
  sections: readonly Section[],
): readonly DraftIssue[] {
  const inTitle = listPlaceholders(title ?? "");
  const head = inTitle.length === 0 ? [] : [build("标题", inTitle, null)];
  const body = sections.flatMap(({ heading, kind, text }, section) => {
    const found = listPlaceholders(text);
    const [first] = found;
    if (first === undefined) return [];
    const name = kind === "preamble" ? "正文开头" : `“${heading || sectionLabels[kind]}”一节`;
    return [build(name, found, { section, ...first })];
  });
  return [...head, ...body];
}

interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function listPlaceholders(text: string): readonly Placeholder[] {
  return [...normalizeWidth(text).matchAll(placeholder)].map(({ 0: words, index: start }) => {
    const end = start + words.length;
    return { start, end, text: text.slice(start, end) };
  });
}

function build(
  name: string,
  found: readonly Placeholder[],
  quote: DraftIssue["quote"],
): DraftIssue {
  const words = [...new Set(found.map(({ text }) => text))];
  const shown = words.slice(0, mostShown).map((one) => `“${one}”`);
  const more = words.length > shown.length ? "等" : "";
  const message = `${name}留有没有填写的内容：${shown.join("、")}${more}`;
  return { severity: "warning", kind: "missing", rule: null, message, quote, facts: [] };
}

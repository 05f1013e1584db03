import type { Element } from "domhandler";
import { buildRequest, type FoundAddress, type Hints, noTrail } from "../../corpus/address.ts";
import type { PortalPage } from "../portals/portal.ts";
import { compactWords } from "./compact-words.ts";
import { readTree } from "./markup.ts";
import { isAgencyName } from "./read-agency.ts";
import { findBase } from "./read-links.ts";
import { readLabelYear } from "./read-year.ts";
import { resolveAddress } from "./resolve-address.ts";
import { readWords, walkTree } from "./walk-tree.ts";

const mostForms = 5;
const mostOptions = 150;
const longestWords = 60;
/** Fields whose value is sent whether somebody touches them or not. */
const sent = /^(?:hidden|text|search|)$/iu;

/** What an option of a form asks for. */
interface Choice {
  readonly value: string;
  readonly hints: Partial<Hints>;
}

interface Field {
  readonly name: string;
  /** As it is sent where nobody touches it. */
  readonly value: string;
  /** Years or bodies that it lets choose; none for any other field. */
  readonly choices: readonly Choice[];
}

/**
 * The pages of a list that a form of it leads to: one for each year, else for each body, of a `<select>` in a form that
 * is sent as an address. Its other fields are sent as they stand.
 */
export function findForms(page: PortalPage): readonly FoundAddress[] {
  if (!/<select[\s>]/iu.test(page.text) || !/<form[\s>]/iu.test(page.text)) return [];
  const root = readTree(page);
  const base = findBase(root, page.url);
  const forms: Element[] = [];
  walkTree(root, {
    enter: (element) => {
      if (element.name === "form" && isSentAsAddress(element)) forms.push(element);
      return forms.length < mostForms ? true : "stop";
    },
  });
  return forms.flatMap((form) => listPages(form, page, base));
}

function isSentAsAddress({ attribs }: Element): boolean {
  return /^(?:get)?$/iu.test(attribs["method"]?.trim() ?? "");
}

function listPages(form: Element, page: PortalPage, base: string): readonly FoundAddress[] {
  const fields = readFields(form);
  const chosen =
    fields.find(({ choices }) => choices.some(({ hints }) => hints.year !== undefined)) ??
    fields.find(({ choices }) => choices.length > 0);
  const target = resolveAddress(form.attribs["action"]?.trim() || page.url, base);
  if (chosen === undefined || target === null) return [];
  const trail = { ...(page.trail ?? noTrail), trial: null, seen: [] };
  return chosen.choices.map(({ value, hints }) => {
    const url = new URL(target);
    const values = fields.map((field) => [field.name, field === chosen ? value : field.value]);
    url.search = new URLSearchParams(values).toString();
    const request = { ...buildRequest(url.href), headers: { Referer: page.url } };
    return { request, role: "list", hints: { ...page.hints, ...hints }, trail };
  });
}

function readFields(form: Element): readonly Field[] {
  const fields: Field[] = [];
  walkTree(form, {
    enter: (element) => {
      const { name, attribs } = element;
      const own = attribs["name"] ?? "";
      if (own === "" || attribs["disabled"] !== undefined) return true;
      if (name === "select") fields.push(readSelect(element, own));
      if (name === "input" && sent.test(attribs["type"] ?? ""))
        fields.push({ name: own, value: attribs["value"] ?? "", choices: [] });
      return true;
    },
  });
  return fields;
}

/** Most of its options name a year or a body, or it is a field like any other: 请选择 and 全部 name nothing. */
function readSelect(select: Element, name: string): Field {
  const options: { readonly value: string; readonly words: string; readonly isSet: boolean }[] = [];
  walkTree(select, {
    enter: (element) => {
      if (element.name !== "option") return true;
      const words = readWords(element, longestWords);
      const isSet = element.attribs["selected"] !== undefined;
      options.push({ value: element.attribs["value"] ?? words, words: compactWords(words), isSet });
      return options.length < mostOptions ? true : "stop";
    },
  });
  const value = (options.find(({ isSet }) => isSet) ?? options[0])?.value ?? "";
  const choices = options.flatMap(({ value, words }) => {
    const hints = readChoice(words);
    return hints === null || value === "" ? [] : [{ value, hints }];
  });
  return { name, value, choices: choices.length * 2 > options.length ? choices : [] };
}

function readChoice(words: string): Partial<Hints> | null {
  const year = readLabelYear(words);
  if (year !== null && words.length <= 12) return { year };
  return isAgencyName(words) ? { agency: words } : null;
}

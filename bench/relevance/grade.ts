import type { JudgedQuery } from "./judged-query.ts";
import type { JudgedSection, TopicRole } from "./judged-section.ts";
import { parseRule, type Ground, type GroundName, type Rule } from "./rule.ts";
import { findText, holdsNumber } from "./section-texts.ts";

/** Sections of earlier years are a grade less worth than the same of this year and later ones. */
export const recentFrom = 2019;

/** The judgement of a query: grades from 1 to 3 by section id, sections of grade 0 left out. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Grades all sections. The grade of a section is the best of the rule's alternatives, the weakest ground of each
 * counting; one less where it is older than `recentFrom` and the rule names no year; one less where the words ask for
 * another kind of section; never below 1 where the rule holds at all.
 */
export function gradeSections(
  query: Pick<JudgedQuery, "match" | "prefers">,
  sections: readonly JudgedSection[],
): Grades {
  const rule = parseRule(query.match);
  const namesYear = rule.flat().some(({ name }) => name === "year");
  const grades = new Map<string, number>();
  for (const section of sections) {
    const strength = measureRule(rule, section);
    if (strength === 0) continue;
    const old = !namesYear && section.year < recentFrom ? 1 : 0;
    const unasked = query.prefers !== undefined && query.prefers !== section.section ? 1 : 0;
    grades.set(section.id, Math.max(1, strength - old - unasked));
  }
  return grades;
}

/** How many sections a rule holds for: what grep counts. */
export function countMatches(rule: Rule, sections: readonly JudgedSection[]): number {
  return sections.filter((section) => measureRule(rule, section) > 0).length;
}

function measureRule(rule: Rule, section: JudgedSection): number {
  return Math.max(...rule.map((grounds) => measureAll(grounds, section)));
}

function measureAll(grounds: readonly Ground[], section: JudgedSection): number {
  let weakest = 3;
  for (const { name, value } of grounds) {
    weakest = Math.min(weakest, measures[name](section, value));
    if (weakest === 0) return 0;
  }
  return weakest;
}

const topicStrengths: Readonly<Record<TopicRole, number>> = {
  heading: 3,
  discussed: 2,
  mentioned: 1,
};

type Measure = (section: JudgedSection, value: string) => number;

const measures: Readonly<Record<GroundName, Measure>> = {
  topic: (section, key) => {
    const role = section.topics.get(key);
    return role === undefined ? 0 : topicStrengths[role];
  },
  place: measurePlace,
  agency: (section, name) => {
    if (section.agency === name) return 3;
    return section.folded.text.includes(name) ? 1 : 0;
  },
  text: (section, words) => {
    const part = findText(section, words);
    if (part === "head") return 3;
    return part === null ? 0 : 2;
  },
  passing: (section, words) => {
    const part = findText(section, words);
    return part === "head" || part === "text" ? 1 : 0;
  },
  not: (section, words) => keep(findText(section, words) === null),
  number: (section, value) => keep(holdsNumber(section, value)),
  within: (section, code) => keep(section.path.includes(code)),
  year: (section, range) => {
    const [from = "", to = from] = range.split("..");
    return keep(section.year >= Number(from) && section.year <= Number(to));
  },
  section: (section, kind) => keep(section.section === kind),
  level: (section, level) => keep(section.level === level),
  form: (section, form) => keep(section.form === form),
  kind: (section, kind) => keep(section.agencyKind === kind),
  fact: measureFact,
};

function keep(holds: boolean): number {
  return holds ? 3 : 0;
}

function measurePlace({ path, agencyKind, mentions }: JudgedSection, code: string): number {
  const isGovernment = agencyKind === "government" || agencyKind === "subdistrict";
  if (path.at(-1) === code && isGovernment) return 3;
  if (path.includes(code)) return 2;
  return mentions.has(code) ? 1 : 0;
}

function measureFact({ facts }: JudgedSection, condition: string): number {
  const [, key = "", sign = "", bound = ""] = /^([\w.]+)(>=|<=|>|<)(\d+)$/u.exec(condition) ?? [];
  const value = facts[key];
  if (value === undefined) return 0;
  const limit = Number(bound);
  const holds: Readonly<Record<string, boolean>> = {
    ">": value > limit,
    ">=": value >= limit,
    "<": value < limit,
    "<=": value <= limit,
  };
  return keep(holds[sign] ?? false);
}

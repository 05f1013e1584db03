import { foldForGrep } from "./fold-for-grep.ts";

/**
 * What is asked of a section, each with the strength (0 to 3) that it gives:
 *
 * | ground | 3 | 2 | 1 |
 * | --- | --- | --- | --- |
 * | `topic:key` | planted, and in the heading | discussed in the text | named in passing |
 * | `place:code` | a report of the place's own government | of its departments, or of a place within it | named in the text |
 * | `agency:name` | its own report | | named in another's text |
 * | `text:words` | in the title or heading | in the text, or a name of its places | |
 * | `passing:words` | | | anywhere in title, heading, text |
 *
 * `not:words`, `number:n` (a whole number: neither within a longer one nor before its decimals), `within:code`,
 * `year:2021` or `year:2019..2021`, `section:`, `level:`, `form:`, `kind:` (of the body) and
 * `fact:requests.newReceived.total>100` give 3 or 0.
 */
export const groundNames = [
  "topic",
  "place",
  "agency",
  "text",
  "passing",
  "not",
  "number",
  "within",
  "year",
  "section",
  "level",
  "form",
  "kind",
  "fact",
] as const;
export type GroundName = (typeof groundNames)[number];

export interface Ground {
  readonly name: GroundName;
  readonly value: string;
}

/** Alternatives, of each of which all grounds must hold. */
export type Rule = readonly (readonly Ground[])[];

/** A rule of a query that cannot be read. */
export class RuleBroken extends Error {
  override readonly name = "RuleBroken";
}

/** Reads `place:980121 year:2021 | text:…`: grounds parted by spaces, alternatives by ` | `. @throws RuleBroken */
export function parseRule(text: string): Rule {
  return text.split(" | ").map((alternative) => alternative.split(" ").map(parseGround));
}

function parseGround(text: string): Ground {
  const at = text.indexOf(":");
  const name = groundNames.find((known) => known === text.slice(0, at));
  const printed = text.slice(at + 1);
  const value =
    name === "text" || name === "passing" || name === "not" ? foldForGrep(printed) : printed;
  if (name === undefined || value === "")
    throw new RuleBroken(`Write a ground as name:value with a known name, not "${text}".`);
  return { name, value };
}

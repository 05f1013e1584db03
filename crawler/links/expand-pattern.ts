import { buildRequest, noHints, noTrail, type FoundAddress } from "../../corpus/address.ts";
import type { Source } from "../../corpus/source.ts";

const place = /\{(year|[a-z]{1,20}:[^{}]{1,20000})\}/giu;
const mostAddresses = 20_000;

/** Where a computed address is a guess: the trial of its trail. */
export const patternTrial = "pattern";

/** A pattern that cannot be computed; the message says what to write instead. */
export class BadPattern extends Error {
  override readonly name = "BadPattern";
}

/**
 * The addresses of a source of kind `pattern`: `{year}` stands for each of the years, `{area:a|b}` for each name. The
 * newest year comes first. Throws BadPattern where braces are left over or there would be more than 20,000 addresses.
 */
export function expandPattern(
  { entry, agency }: Pick<Source, "entry" | "agency">,
  years: readonly number[],
): readonly FoundAddress[] {
  const choices = readChoices(entry, years);
  const count = choices.reduce((product, { values }) => product * values.length, 1);
  if (count > mostAddresses)
    throw new BadPattern(
      `The pattern ${entry.slice(0, 200)} gives ${count} addresses; split it into several sources of at most ${mostAddresses}.`,
    );
  let found: readonly Draft[] = [{ url: entry, year: null }];
  for (const { printed, values, isYear } of choices)
    found = found.flatMap((draft) =>
      values.map((value) => fillDraft(draft, { printed, value, isYear })),
    );
  const sorted = found.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return sorted.map(({ url, year }) => ({
    request: buildRequest(url),
    role: "report",
    hints: { ...noHints, year, agency },
    trail: { ...noTrail, trial: patternTrial },
  }));
}

interface Draft {
  readonly url: string;
  readonly year: number | null;
}

interface Choice {
  readonly printed: string;
  readonly values: readonly string[];
  readonly isYear: boolean;
}

function fillDraft(
  { url, year }: Draft,
  {
    printed,
    value,
    isYear,
  }: { readonly printed: string; readonly value: string; readonly isYear: boolean },
): Draft {
  return { url: url.split(printed).join(value), year: isYear ? Number(value) : year };
}

function readChoices(entry: string, years: readonly number[]): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const [printed, words = ""] of entry.matchAll(place)) {
    const isYear = words.toLowerCase() === "year";
    const values = isYear ? years.map(String) : words.slice(words.indexOf(":") + 1).split("|");
    const filled = values.map((value) => value.trim()).filter((value) => value !== "");
    found.set(printed, { printed, values: [...new Set(filled)], isYear });
  }
  if (/[{}]/u.test(entry.replace(place, "")) || found.size === 0)
    throw new BadPattern(
      `The pattern ${entry.slice(0, 200)} must have {year} or {name:a|b} and no other braces.`,
    );
  return [...found.values()];
}

import type { Finding } from "../../../corpus/finding.ts";

/** A fictional report, or a pair of them, that makes a rule speak, with the words that its message must hold. */
export interface Case {
  readonly rule: string;
  readonly verdict: Finding["verdict"];
  readonly words: string;
  readonly run: () => readonly Finding[];
}

/** The verdict, words of the message, and what the rule is run on. */
export type CaseRow<Input extends readonly unknown[]> = readonly [
  Finding["verdict"],
  string,
  ...Input,
];

/** Cases of one rule that are run in the same way. */
export function buildCases<Input extends readonly unknown[]>(
  rule: string,
  run: (...input: Input) => readonly Finding[],
  rows: readonly CaseRow<Input>[],
): readonly Case[] {
  return rows.map(([verdict, words, ...input]) => ({
    rule,
    verdict,
    words,
    run: () => run(...input),
  }));
}

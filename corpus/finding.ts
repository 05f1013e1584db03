import { z } from "zod";

export const verdicts = ["holds", "fails", "cannotTell"] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** What readers see for each verdict. */
export const verdictLabels: Readonly<Record<Verdict, string>> = {
  holds: "相符",
  fails: "不符",
  cannotTell: "无法判断",
};

/**
 * The report's own words that a finding is about. `section` counts from 0 over the sections in reading order, the
 * preamble first where there is one (see `listSections`); `start` and `end` are UTF-16 offsets into its text.
 */
export const quoteSchema = z.object({
  section: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type Quote = Readonly<z.infer<typeof quoteSchema>>;

/**
 * What an audit rule saw. `rule` is the code of the rule (`T3-a`), `message` a Chinese sentence,
 * `expected` and `actual` the two sides of the equation (null where one cannot be told),
 * `facts` the keys (see `buildFactKey`) of the facts it used, those of another year's report with that year
 * behind them (`requests.carriedForward.total@2023`); `quote` only where the rule read prose.
 */
export const findingSchema = z.object({
  rule: z.string().min(1),
  verdict: verdictSchema,
  message: z.string(),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  facts: z.array(z.string()),
  quote: quoteSchema.optional(),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

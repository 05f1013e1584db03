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
 * What an audit rule saw. `rule` is the code of the rule (`T3-a`), `message` a Chinese sentence,
 * `expected` and `actual` the two sides of the equation (null where one cannot be told),
 * `facts` the keys (see `buildFactKey`) of the facts it used.
 */
export const findingSchema = z.object({
  rule: z.string().min(1),
  verdict: verdictSchema,
  message: z.string(),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  facts: z.array(z.string()),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

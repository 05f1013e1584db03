import { z } from "zod";

/**
 * How the entry of a source is read: a portal's home leads to its columns, a column lists reports (or is one),
 * a pattern gives the address of every report by computation.
 */
export const sourceKinds = ["portal", "column", "pattern"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What fetches the pages of a source: plain HTTP, or a browser where pages are made by their scripts. */
export const renders = ["http", "browser"] as const;
export type Render = (typeof renders)[number];

/**
 * A place to crawl. `entry` is the address it begins at; in a pattern `{year}` stands for every report year and
 * `{area:a|b}` for each of the names. `division` is the official code and `agency` the name of the body whose reports
 * are expected; at least one is given. `id` is short, lower-case and never changes.
 */
export const sourceSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be lower-case letters, digits and hyphens"),
    division: z
      .string()
      .regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/, "must be an official division code")
      .nullable(),
    agency: z.string().min(1).nullable(),
    entry: z.string().regex(/^https?:\/\/[^\s/]+/, "must begin with http:// or https://"),
    kind: z.enum(sourceKinds),
    render: z.enum(renders),
    notes: z.string(),
  })
  .refine(({ division, agency }) => division !== null || agency !== null, {
    error: "must name a division code or an agency",
    path: ["division"],
  });
export type Source = Readonly<z.infer<typeof sourceSchema>>;

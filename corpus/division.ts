import { z } from "zod";

export const levels = ["province", "city", "county", "township"] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

/** What readers see for each level. */
export const levelLabels: Readonly<Record<Level, string>> = {
  province: "省级",
  city: "市级",
  county: "县级",
  township: "乡级",
};

/** A place of the official code list: 2, 4, 6 or 9 digits. `parent` is the code above it, placeholders left out. */
export const divisionSchema = z.object({
  code: z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/),
  name: z.string().min(1),
  parent: z.string().nullable(),
  level: levelSchema,
});
export type Division = Readonly<z.infer<typeof divisionSchema>>;

/** A division with the names from its province down to itself. */
export const divisionPathSchema = z.object({ code: z.string(), path: z.array(z.string()) });
export type DivisionPath = Readonly<z.infer<typeof divisionPathSchema>>;

import { z } from "zod";

export const agencyKinds = ["government", "department", "subdistrict", "zone", "other"] as const;
export const agencyKindSchema = z.enum(agencyKinds);
export type AgencyKind = z.infer<typeof agencyKindSchema>;

/** What readers see for each kind of agency. */
export const agencyKindLabels: Readonly<Record<AgencyKind, string>> = {
  government: "人民政府",
  department: "部门",
  subdistrict: "街道办事处",
  zone: "开发区、园区",
  other: "其他机构",
};

/** A body that publishes: `name` is its own full name without its parents, `printed` what the report says. */
export const agencySchema = z.object({
  name: z.string().min(1),
  printed: z.string().min(1),
  kind: agencyKindSchema,
});
export type Agency = Readonly<z.infer<typeof agencySchema>>;

import { z } from "zod";
import { buildFactKey, type Fact } from "../corpus/fact.ts";
import type { Report } from "../corpus/report.ts";
import type { AppDeps } from "./app-deps.ts";
import { digestSchema, requireFound } from "./read-request.ts";

/** A place in an original: a version, a fact of it by its key, and a page where another one is wanted. */
export const originalQuerySchema = z.object({
  digest: digestSchema.optional(),
  fact: z.string().max(500).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});

/** A version of a report and the fact that is looked at; null where none is named. */
export interface LookedAt {
  readonly report: Report;
  readonly fact: Fact | null;
}

/** Throws RequestRefused (not_found) where the report, the version or the fact is not there. */
export async function loadLookedAt(
  deps: Pick<AppDeps, "loadReport">,
  id: string,
  { digest, fact: key }: z.infer<typeof originalQuerySchema>,
): Promise<LookedAt> {
  const report = requireFound(await deps.loadReport(id, digest));
  if (key === undefined) return { report, fact: null };
  return { report, fact: requireFound(report.facts.find((fact) => buildFactKey(fact) === key)) };
}

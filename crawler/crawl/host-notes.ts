import { z } from "zod";
import type { HostRecord } from "../../corpus/frontier.ts";
import { noHabits } from "../http/http-client.ts";
import { tlsProfiles } from "../http/exchange.ts";
import { missingSignatureSchema } from "../links/missing-page.ts";
import { suspectPageSchema } from "../manners/suspect-page.ts";
import { parseRobots, type RobotsRules } from "../manners/parse-robots.ts";
import { robotsRecordSchema } from "../manners/robots-record.ts";

/**
 * What is remembered of a host between visits, as JSON in the frontier: the habits of the HTTP client, and how the host
 * answers for pages that do not exist; `missing` is null before it was asked, `suspect` is the short page that it showed
 * last in place of others.
 */
const hostNotesSchema = z.object({
  habits: z.object({
    tls: z.enum(tlsProfiles),
    family: z.union([z.literal(4), z.literal(6)]).nullable(),
  }),
  missing: z.array(missingSignatureSchema).nullable(),
  suspect: suspectPageSchema.nullish(),
});
export type HostNotes = Readonly<z.infer<typeof hostNotesSchema>>;

export function parseHostNotes({ habits }: HostRecord): HostNotes {
  return habits === null
    ? { habits: noHabits, missing: null }
    : hostNotesSchema.parse(JSON.parse(habits));
}

/** What the host's robots.txt asks for; null where it was never asked for or is too old to be used. */
export function parseHostRobots({ robots }: HostRecord, now: number): RobotsRules | null {
  if (robots === null) return null;
  const rules = parseRobots(robotsRecordSchema.parse(JSON.parse(robots)));
  return rules.freshUntil > now ? rules : null;
}

import { z } from "zod";

/** What is asked of a host. `body` is sent as it is; `headers` are those beyond the ones that the client always sends. */
export const pageRequestSchema = z.object({
  url: z.string(),
  method: z.enum(["GET", "POST"]),
  body: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
});
export type PageRequest = Readonly<z.infer<typeof pageRequestSchema>>;

/** An address asked for in the plain way. */
export function buildRequest(url: string): PageRequest {
  return { url, method: "GET", body: null, headers: {} };
}

/**
 * What an address is fetched for: `entry` of a source, a `column` (a list of reports, often a report itself), a
 * further page or data answer of a `list`, a `frame` within a page, a `report`, an `attachment` of one.
 */
export const addressRoles = ["entry", "column", "list", "frame", "report", "attachment"] as const;
export type AddressRole = (typeof addressRoles)[number];

/** What the way to an address told of it: the words of the link, the year and the agency of its column or row. */
export const hintsSchema = z.object({
  text: z.string(),
  year: z.int().nullable(),
  agency: z.string().nullable(),
  /** The day that the list prints beside the link, ISO 8601. */
  listed: z.string().nullable(),
});
export type Hints = Readonly<z.infer<typeof hintsSchema>>;

export const noHints: Hints = { text: "", year: null, agency: null, listed: null };

/**
 * How an address was reached. Whoever keeps the address keeps this with it (it is plain JSON) and hands it back with the
 * page: by it a walk through a list knows what came before, and ends where a host answers the same again.
 */
export const trailSchema = z.object({
  /** Links followed from the entry, further pages of a list and frames not counted. */
  steps: z.int().min(0),
  /** Frames that the page lies in. */
  frames: z.int().min(0),
  /** The guessed way of addressing further pages that this address tries; null where the portal told the address. */
  trial: z.string().nullable(),
  /** Marks of what the earlier pages of this list printed. */
  seen: z.array(z.string()),
  /** Rows that they printed, kept where the list tells how many it has. */
  rows: z.int().min(0).optional(),
});
export type Trail = Readonly<z.infer<typeof trailSchema>>;

export const noTrail: Trail = { steps: 0, frames: 0, trial: null, seen: [] };

/** An address that a page leads to. Where `trail` is left out, nothing of the way matters. */
export interface FoundAddress {
  readonly request: PageRequest;
  readonly role: AddressRole;
  readonly hints: Hints;
  readonly trail?: Trail;
}

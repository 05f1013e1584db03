import type { AgencyWords } from "../../corpus/divisions/agency-words.ts";

/** Words of a report of which only the given ones are known. */
export function buildWords(known: Partial<AgencyWords>): AgencyWords {
  const unknown = { printed: null, title: null, issuer: null, siteName: null, breadcrumb: null };
  return { ...unknown, body: "", address: null, ...known };
}

import type { DivisionPath } from "../../corpus/division.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import { readSite, readSiteOwner, type Site } from "./read-site.ts";
import type { VisitedPage } from "./polite-visitor.ts";

/** Whose site a page belongs to, as far as its words tell. Null is unknown or undecidable. */
export interface SiteGuess {
  readonly site: Site;
  /** Where it is a department's own site; null for those of whole places. */
  readonly agency: string | null;
  readonly division: DivisionPath | null;
}

/** Guesses the division of a site from the name that it gives itself, or its title. */
export function guessSite({ url, text }: VisitedPage, gazetteer: Gazetteer): SiteGuess {
  const site = readSite(text);
  const owners = [site.name, site.title].flatMap((name) =>
    name === null ? [] : [readSiteOwner(name), ...name.split(/[-_|—–·>»\s]+/u).map(readSiteOwner)],
  );
  for (const owner of new Set(owners.filter((words) => words.length > 1))) {
    const { agency, division } = resolveAgency(
      {
        printed: owner,
        title: site.title,
        issuer: null,
        siteName: site.name,
        breadcrumb: null,
        body: site.words,
        address: url,
      },
      gazetteer,
    );
    const own = agency?.kind === "department" ? agency.name : null;
    if (division !== null) return { site, agency: own, division };
  }
  return { site, agency: null, division: null };
}

/** The body that a column's words name, within the site's place; where they name none, whose the site is. */
export function guessAgency(
  printed: string | null,
  { guess, address }: { readonly guess: SiteGuess; readonly address: string },
  gazetteer: Gazetteer,
): { readonly agency: string | null; readonly division: DivisionPath | null } {
  const { site, division } = guess;
  if (printed === null) return { agency: guess.agency, division };
  const resolved = resolveAgency(
    {
      printed,
      title: null,
      issuer: null,
      siteName: division?.path.join("") ?? site.name,
      breadcrumb: null,
      body: site.words,
      address,
    },
    gazetteer,
  );
  return {
    agency: resolved.agency?.name ?? printed,
    division: resolved.division ?? division,
  };
}

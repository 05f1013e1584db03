import { buildRequest, noTrail, type FoundAddress } from "../../corpus/address.ts";
import type { ListedLink, PortalPage } from "../portals/portal.ts";
import { readPortalList } from "../portals/read-portal-list.ts";
import { isArticleAddress } from "./address-shape.ts";
import { buildRequestKey, canonicalizeAddress } from "./canonicalize-address.ts";
import { classifyLink, type LinkPlace } from "./classify-link.ts";
import { discoveryBounds, findColumns } from "./find-columns.ts";
import { findAttachments } from "./find-attachments.ts";
import { findForms } from "./find-forms.ts";
import { findFrames } from "./find-frames.ts";
import { isTrap } from "./is-trap.ts";
import { readPlace } from "./read-place.ts";

/** What an address found is worth asking for first. */
const ranks = { report: 5, attachment: 4, column: 3, list: 2, frame: 1, entry: 0 } as const;
/** Requests that ask for reports alone, whatever page they were found on. */
const asksForReports = /\/igs\/front\/search|\/gkmlpt\/api\//iu;

/**
 * All addresses that a fetched page leads to on the way to reports: reports, columns, further pages and data of its
 * lists, frames, attachments; from an `entry` also the pages on the way to columns. Each once, none of them a trap. Whether they are in scope is for
 * the caller, who knows the source.
 */
export function findAddresses(page: PortalPage): readonly FoundAddress[] {
  if (page.role === "attachment" || !URL.canParse(page.url)) return [];
  const place = readPlace(page);
  const list = readPortalList(page);
  const found = [
    ...list.items.flatMap((link) => judgeLink(page, { link, place })),
    ...(page.role === "entry" ? findColumns(page, list.items) : []),
    ...[...list.more, ...(isPage(page) ? findForms(page) : [])].filter((address) =>
      isWanted(address, { page, place }),
    ),
    ...(isPage(page) ? [...listFrames(page, place), ...listAttachments(page)] : []),
  ];
  return dropDoubles(page, found);
}

/** Lists are walked where they list reports; an article's page has links to others, but is no list. */
function isWanted(
  { role, request }: FoundAddress,
  { page, place }: { readonly page: PortalPage; readonly place: LinkPlace },
): boolean {
  if (role === "report" || asksForReports.test(request.url)) return true;
  if (page.role === "report" && isArticleAddress(page.url)) return false;
  return page.role === "column" || page.role === "list" || place.isReportColumn;
}

function judgeLink(
  page: PortalPage,
  { link, place }: { readonly link: ListedLink; readonly place: LinkPlace },
): readonly FoundAddress[] {
  const { kind, year, agency } = classifyLink(link, place);
  const trail = page.trail ?? noTrail;
  const isFar = kind === "column" && trail.steps > 2 * discoveryBounds.steps;
  if ((kind !== "report" && kind !== "column") || isFar) return [];
  return [
    {
      request: buildRequest(link.url),
      role: kind,
      hints: { text: link.title ?? link.text, year, agency, listed: link.listed },
      trail: { ...noTrail, steps: trail.steps + 1 },
    },
  ];
}

/** What lies in the frame of a column is a column's, whatever it calls itself. */
function listFrames(page: PortalPage, place: LinkPlace): readonly FoundAddress[] {
  const text =
    page.hints.text === "" && place.isReportColumn ? "政府信息公开年报" : page.hints.text;
  return findFrames({ ...page, hints: { ...page.hints, text } });
}

/** A column may be a report itself, and so may what lies in a frame. */
function listAttachments(page: PortalPage): readonly FoundAddress[] {
  return page.role === "report" || page.role === "column" || page.role === "frame"
    ? findAttachments(page)
    : [];
}

function isPage({ mediaType, request }: PortalPage): boolean {
  return request.headers["X-Requested-With"] === undefined && !/json|javascript/iu.test(mediaType);
}

function dropDoubles(page: PortalPage, found: readonly FoundAddress[]): readonly FoundAddress[] {
  const own = buildRequestKey(page.request);
  const landed = canonicalizeAddress(page.url)?.key;
  const best = new Map<string, FoundAddress>();
  for (const address of found) {
    const key = buildRequestKey(address.request);
    if (key === null || key === own || key === landed || isTrap(address.request.url)) continue;
    const known = best.get(key);
    if (!known || isBetter(address, known)) best.set(key, address);
  }
  return [...best.values()];
}

/** The surer role; of two alike the one that knows more of the report. */
function isBetter(address: FoundAddress, known: FoundAddress): boolean {
  const rank = ranks[address.role] - ranks[known.role];
  return rank > 0 || (rank === 0 && countHints(address) > countHints(known));
}

function countHints({ hints }: FoundAddress): number {
  return [hints.year, hints.agency, hints.listed].filter((hint) => hint !== null).length;
}

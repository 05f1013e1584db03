import { buildRequest, noHints, noTrail } from "../../corpus/address.ts";
import { findAddresses } from "../links/find-addresses.ts";
import { readYear } from "../links/read-year.ts";
import type { PortalPage } from "../portals/portal.ts";
import { choosePortal } from "../portals/portals.ts";
import type { VisitedPage } from "./polite-visitor.ts";

/** What a page of a column shows: links to reports, their years, the family of its software (null: not known). */
export interface ColumnView {
  readonly reports: number;
  /** Newest first. */
  readonly years: readonly number[];
  /** Whether the page has the text of a report itself. */
  readonly isReport: boolean;
  readonly family: string | null;
}

const ownText = /总体情况[^]{0,20000}(?:存在的?(?:主要)?问题|主动公开政府信息情况)/u;

/** Reads a page as a column of annual reports. */
export function lookAtColumn(visited: VisitedPage): ColumnView {
  const page = buildPortalPage(visited, "column");
  const found = findAddresses(page).filter(({ role }) => role === "report" || role === "column");
  const years = found.flatMap(({ hints }) => hints.year ?? readYear(hints.text) ?? []);
  return {
    reports: found.filter(({ role }) => role === "report").length,
    years: [...new Set(years)].toSorted((a, b) => b - a),
    isReport: ownText.test(visited.text),
    family: findFamily(page),
  };
}

/** The family of portal software that a page bears the marks of; null where it bears none. */
export function findFamily(page: PortalPage): string | null {
  const { name } = choosePortal(page);
  return name === "generic" ? null : name;
}

/** A visited page as portals and links read it. */
export function buildPortalPage(
  { url, text, mediaType }: VisitedPage,
  role: PortalPage["role"],
  way: Partial<Pick<PortalPage, "hints" | "trail">> = {},
): PortalPage {
  const request = buildRequest(url);
  return { request, url, role, hints: noHints, trail: noTrail, text, mediaType, ...way };
}

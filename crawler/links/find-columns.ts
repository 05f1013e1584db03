import { buildRequest, noTrail, type FoundAddress } from "../../corpus/address.ts";
import type { ListedLink, PortalPage } from "../portals/portal.ts";
import { readPathKind } from "./address-shape.ts";
import { canonicalizeAddress } from "./canonicalize-address.ts";
import { classifyLink, type LinkPlace } from "./classify-link.ts";
import { readWholeWords } from "./compact-words.ts";
import { isTrap } from "./is-trap.ts";
import { isAgencyName, readAgency } from "./read-agency.ts";
import { readLinks } from "./read-links.ts";
import { readPlace } from "./read-place.ts";
import { columnTitle, companion, foreign, shortTitle, stepTitle } from "./report-words.ts";

/** A link on the way to annual reports; the higher the score (0 to 100), the surer. */
export interface ScoredAddress extends FoundAddress {
  readonly score: number;
}

/** Discovery goes so many links from the entry and no further, and asks for so many pages at most. */
export const discoveryBounds = { steps: 3, pages: 200 } as const;

const guides =
  /指南|制度|依申请|申请|规定|目录$|意见箱|监督|举报|互动|回应|解读|专题|新闻|动态|公告|招标|采购|办事|服务/u;
const disclosurePath = /xxgk|zwgk|zfxx|gongkai|gkml|\/public\//iu;
/** What words and addresses are worth. */
const scores = {
  named: 100,
  listed: 90,
  path: 75,
  annual: 60,
  disclosure: 50,
  openness: 45,
  parts: 40,
  agency: 32,
};

/**
 * The columns of annual reports that a page leads to (role `column`), and the pages on the way to such columns (role
 * `entry`): 政府信息公开, lists of departments and towns, their own pages. Best first; none of the latter after three steps.
 */
export function findColumns(
  page: PortalPage,
  links: readonly ListedLink[] = readLinks(page),
): readonly ScoredAddress[] {
  const own = canonicalizeAddress(page.url)?.key;
  const best = new Map<string, ScoredAddress>();
  const place = readPlace(page);
  for (const link of links) {
    const key = canonicalizeAddress(link.url)?.key;
    const found =
      key === undefined || key === own || isTrap(link.url)
        ? null
        : scoreLink(page, { link, place });
    if (found && key !== undefined && found.score > (best.get(key)?.score ?? 0))
      best.set(key, found);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}

function scoreLink(
  page: PortalPage,
  { link, place }: { readonly link: ListedLink; readonly place: LinkPlace },
): ScoredAddress | null {
  const judged = classifyLink(link, place);
  if (judged.kind === "companion" || judged.kind === "report") return null;
  const words = readWholeWords(link);
  if (judged.kind === "column") {
    const score = columnTitle.test(words)
      ? scores.named
      : shortTitle.test(words)
        ? scores.listed
        : scores.path;
    return buildFound(page, link, {
      role: "column",
      score,
      year: judged.year,
      agency: judged.agency,
    });
  }
  const score = scoreStep(page, link, words);
  const isFar = (page.trail ?? noTrail).steps + 1 >= discoveryBounds.steps;
  if (score === 0 || isFar) return null;
  return buildFound(page, link, {
    role: "entry",
    score,
    year: null,
    agency: isAgencyName(words) ? readAgency(`${words}信息公开`) : null,
  });
}

function scoreStep(page: PortalPage, link: ListedLink, words: string): number {
  if (words === "" || companion.test(words) || foreign.test(words)) return 0;
  const isDisclosure = disclosurePath.test(link.url) || disclosurePath.test(page.url);
  if (/政府信息公开(?:专栏|平台|网)?$/u.test(words)) return scores.disclosure;
  if (guides.test(words) && !/信息公开(?:目录|专栏|平台)$/u.test(words)) return 0;
  if (stepTitle.test(words))
    return /信息公开|政务公开/u.test(words) ? scores.openness : scores.parts;
  if (/年报/u.test(words) && readPathKind(link.url) !== "foreign") return scores.annual;
  // On pages about disclosure the names of departments and towns lead to their own pages about it.
  const isPart = isAgencyName(words) && words.length <= 20 && link.listed === null;
  return isPart && isDisclosure ? scores.agency : 0;
}

function buildFound(
  page: PortalPage,
  link: ListedLink,
  found: {
    readonly role: "column" | "entry";
    readonly score: number;
    readonly year: number | null;
    readonly agency: string | null;
  },
): ScoredAddress {
  const trail = page.trail ?? noTrail;
  return {
    request: buildRequest(link.url),
    role: found.role,
    hints: {
      text: link.title ?? link.text,
      year: found.year ?? page.hints.year,
      agency: found.agency ?? page.hints.agency,
      listed: link.listed,
    },
    trail: { ...noTrail, steps: trail.steps + 1 },
    score: found.score,
  };
}

import { buildRequest, noTrail, type FoundAddress } from "../../corpus/address.ts";
import { isAgencyName } from "../links/read-agency.ts";
import { compactWords } from "../links/compact-words.ts";
import { readLinks } from "../links/read-links.ts";
import { columnTitle } from "../links/report-words.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import type { ListedLink, Portal, PortalPage } from "./portal.ts";

const path = "/module/xxgk/xxgkAnnualReport.jsp";
const marks = /xxgkAnnualReport\.jsp/iu;
/** Parameters: the code of the organisation, the year. */
const keys = { area: "area", year: "fbtime" };
const option = /<option[^<>]{0,200}?value=["']?([\w-]{2,40})["']?[^<>]{0,100}>([^<>]{0,80})/giu;
const areaCode = /^(?=.*\d)[\dA-Z]{9,22}$/iu;
const year = /^20\d{2}$/u;
const mostAddresses = 20_000;

/** Hanweb's module of annual reports: every report has an address computed from the organisation's code and the year. */
export const annualModule: Portal = {
  name: "annual-module",
  matches: ({ url, text }) => marks.test(url) || marks.test(text),
  readList: (page) => {
    const items = readLinks(page);
    return { items, more: isReport(page) ? [] : computeReports(page, items) };
  },
};

/** The menu of a portal may lead straight to the module, which has the address of a report then. */
function isReport({ role, hints }: PortalPage): boolean {
  return role === "report" && !columnTitle.test(compactWords(hints.text));
}

/** Each organisation that the page names, in each year that it names; years without a report answer 暂无. */
function computeReports(page: PortalPage, links: readonly ListedLink[]): readonly FoundAddress[] {
  const printed = links.filter(({ url }) => marks.test(url));
  const options = [...page.text.matchAll(option)].map(([, value = "", words = ""]) => ({
    value,
    words,
  }));
  const areas = new Map<string, string | null>();
  for (const { value, words } of options)
    if (areaCode.test(value)) areas.set(value, readName(words));
  for (const { url, text } of printed) addArea(areas, url, text);
  addArea(areas, page.url, "");
  const years = new Set(options.map(({ value }) => value).filter((value) => year.test(value)));
  for (const { url } of [...printed, page]) {
    const own = new URL(url).searchParams.get(keys.year);
    if (own !== null && year.test(own)) years.add(own);
  }
  const module = printed[0]?.url ?? resolveAddress(path, page.url);
  if (module === null || areas.size * years.size > mostAddresses) return [];
  const newest = [...years].sort().reverse();
  return newest.flatMap((fbtime) =>
    [...areas].map(([area, agency]) => buildReport(page, { module, area, agency, fbtime })),
  );
}

function addArea(areas: Map<string, string | null>, url: string, text: string): void {
  const code = new URL(url).searchParams.get(keys.area);
  if (code === null || code === "") return;
  areas.set(code, readName(text) ?? areas.get(code) ?? null);
}

function buildReport(
  page: PortalPage,
  {
    module,
    area,
    agency,
    fbtime,
  }: {
    readonly module: string;
    readonly area: string;
    readonly agency: string | null;
    readonly fbtime: string;
  },
): FoundAddress {
  const url = new URL(module);
  url.search = "";
  url.searchParams.set(keys.area, area);
  url.searchParams.set(keys.year, fbtime);
  return {
    request: buildRequest(url.href),
    role: "report",
    hints: {
      text: agency ?? "",
      year: Number(fbtime),
      agency: agency ?? page.hints.agency,
      listed: null,
    },
    trail: { ...(page.trail ?? noTrail), trial: null, seen: [] },
  };
}

function readName(words: string): string | null {
  const name = compactWords(words);
  return isAgencyName(name) ? name : null;
}

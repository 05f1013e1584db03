import type { Hints } from "../../corpus/address.ts";
import type { ListedLink } from "../portals/portal.ts";
import { isArticleAddress, isSibling, readFolder, readPathKind } from "./address-shape.ts";
import { compactWords, readWholeWords } from "./compact-words.ts";
import { isAgencyName, readAgency } from "./read-agency.ts";
import { readAddressYear, readLabelYear, readYear } from "./read-year.ts";
import {
  agencyEnding,
  companion,
  deeds,
  foreign,
  instruction,
  otherReports,
  reportTitle,
  shortTitle,
  withCompanion,
} from "./report-words.ts";

/** What a link leads to: a report, a list of reports, a paper about one, or nothing of ours. */
export const linkKinds = ["report", "column", "companion", "other"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** The page that a link stands on. `isReportColumn` tells that what it lists are reports. */
export interface LinkPlace {
  readonly url: string;
  readonly hints: Hints;
  readonly isReportColumn: boolean;
}

/** `year` and `agency` are those of the report or of all that a column lists, null where nothing tells. */
export interface LinkJudgement {
  readonly kind: LinkKind;
  readonly year: number | null;
  readonly agency: string | null;
}

interface Evidence {
  readonly link: ListedLink;
  readonly place: LinkPlace;
  readonly words: string;
  readonly path: ReturnType<typeof readPathKind>;
  readonly labels: readonly string[];
}

const controls =
  /^(?:首页|上一?页|下一?页|尾页|末页|前一页|后一页|第一页|最后一页|\d{1,3}|[<>«»‹›]+|更多|more|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:首页|顶部|列表)?|收藏|分享|登录|注册|无障碍(?:浏览)?|网站地图|联系我们|微信|微博|[大中小]|繁体版?|跳转|GO|确定)$/iu;
const openers =
  /^(?:点击)?(?:查看|详情|详细|下载|在线阅读|正文|链接|浏览|阅读|打开|全文|进入)(?:全文|详情|报告|年报)?$/u;
const yearOnly = /^[（(【[]?(?:20\d{2}|二[〇○O0零一二三四五六七八九]{3})(?:年(?:度)?)?[）)】\]]?$/u;

/**
 * Judges a link by its words, its address and where it stands. A page that may be a report counts as one: whether it
 * is, is told by its text later; what is clearly about reports and none itself (解读, 公布情况, 通知) is a companion.
 */
export function classifyLink(link: ListedLink, place: LinkPlace): LinkJudgement {
  const evidence: Evidence = {
    link,
    place,
    words: readWholeWords(link),
    path: readPathKind(link.url),
    labels: link.context.map(compactWords),
  };
  const kind = findKind(evidence);
  if (kind === "companion" || kind === "other") return { kind, year: null, agency: null };
  return { kind, year: findYear(evidence), agency: findAgency(evidence) };
}

function findKind(evidence: Evidence): LinkKind {
  const { words, path } = evidence;
  if (words === "" ? path !== "report" : controls.test(words)) return "other";
  if (isCompanion(words)) return "companion";
  if (reportTitle.test(words)) return splitByShape(evidence);
  if (path === "foreign") return "other";
  const isSupported = path === "report" || isInColumn(evidence);
  const isNamed = readAgency(words) !== null && readYear(words) !== null;
  if (shortTitle.test(words) && (isSupported || path === "annual" || isNamed))
    return splitByShape(evidence);
  if (path === "report" && !isSelf(evidence)) return splitByShape(evidence);
  return isSupported && isListedReport(evidence) ? splitByShape(evidence) : "other";
}

function isCompanion(words: string): boolean {
  if (withCompanion.test(words)) return false;
  if (companion.test(words) || instruction.test(words)) return true;
  const agency = readAgency(words);
  const isNamed = agency !== null && agencyEnding.test(agency) && !deeds.test(agency);
  const rest = isNamed ? words.replace(agency, "") : words;
  return foreign.test(rest) || (otherReports.test(rest) && !reportTitle.test(rest));
}

/** A page of text, or one that words name a body for, is a report; a folder is a list, and may be a report too. */
function splitByShape({ link, words }: Evidence): LinkKind {
  if (isArticleAddress(link.url)) return "report";
  return readAgency(words) !== null && readYear(words) !== null ? "report" : "column";
}

function isInColumn({ place, labels }: Evidence): boolean {
  return place.isReportColumn || labels.some((label) => reportTitle.test(label));
}

/** In a list of reports: what names only a year or a body, opens a row of a table, or is a page of the same folder. */
function isListedReport({ link, place, words, labels }: Evidence): boolean {
  const isNear = isSibling(link.url, place.url);
  const isListed = link.listed !== null || isNear;
  if (yearOnly.test(words)) return isNear && !link.url.endsWith(place.url);
  if (openers.test(words))
    return labels.some((label) => readLabelYear(label) !== null || isAgencyName(label));
  if (isAgencyName(words)) return isListed;
  return isArticleAddress(link.url) && link.url.startsWith(readFolder(place.url)) && isNear;
}

function isSelf({ link, place }: Evidence): boolean {
  return link.url.split("#")[0] === place.url.split("#")[0];
}

function findYear({ link, place, words, labels }: Evidence): number | null {
  const named = readYear(words) ?? readYear(compactWords(link.text));
  if (named !== null) return named;
  const label = labels.map(readLabelYear).findLast((year) => year !== null);
  return label ?? readAddressYear(link.url) ?? place.hints.year;
}

function findAgency({ place, words, labels }: Evidence): string | null {
  if (isAgencyName(words) && !reportTitle.test(words)) return readAgency(`${words}信息公开`);
  return readAgency(words) ?? labels.findLast(isAgencyName) ?? place.hints.agency;
}

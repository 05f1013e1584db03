import type { AddressRole } from "../../corpus/address.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { compact } from "../extract/metadata/report-title.ts";

/** What was read of a content and what it is called: by the words of its link and by its head. */
export interface JudgedContent {
  readonly role: AddressRole;
  readonly extraction: Extraction;
  readonly names: readonly string[];
}

/** Papers about a report, not the report. */
const companion =
  /解读|图解|一图|图说|看懂|读懂|速览|长图|漫画|动漫|海报|微视频|语音版|公布情况|发布情况|公开情况统计|报送情况|答记者问|第三方评估/u;
/** A report and an explanation in one page. */
const withCompanion = /(?:及|含|附|和|暨)(?:其)?(?:图解|解读|一图读懂|政策解读)[）)]?/u;
const leastSections = 3;

/**
 * Why something that reads like a report is none, a sentence; null where nothing speaks against it. A page that was
 * fetched as a list or a frame must have the body of a report: the titles of the reports that it lists are not enough.
 */
export function findObjection({ role, extraction, names }: JudgedContent): string | null {
  const called = [...names.map(nameArticle), extraction.title ?? ""].find(isCompanion);
  if (called !== undefined)
    return `This is a paper about a report (${called.trim().slice(0, 60)}), not the report itself.`;
  if (role === "report" || role === "attachment" || hasBody(extraction)) return null;
  return "This page leads to reports but holds the body of none: neither official tables with numbers nor three known sections.";
}

function isCompanion(name: string): boolean {
  const words = compact(name);
  return companion.test(words) && !withCompanion.test(words);
}

/** The name of the article alone: what follows is the column and the site, which may well be called 政策解读. */
function nameArticle(name: string): string {
  return name.split(/[-—_|]/u)[0] ?? name;
}

/** Whether a content has numbers in tables of a known form, or three different sections with words of their own. */
export function hasBody({ form, facts, sections }: Extraction): boolean {
  if (form !== null && facts.some(({ value }) => value !== null)) return true;
  const known = sections.filter(({ kind, text }) => kind !== "unknown" && text.trim() !== "");
  return new Set(known.map(({ kind }) => kind)).size >= leastSections;
}

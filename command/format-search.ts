import pc from "picocolors";
import { sectionLabels } from "../corpus/section.ts";
import type { Correction, Hit, SearchResult } from "../search/search-result.ts";

/** The answer of a search in plain text: `notes` for the person who waits, before and behind the `hits`. */
export interface FormattedSearch {
  readonly before: readonly string[];
  readonly hits: readonly string[];
  readonly after: readonly string[];
}

/** Says what the page says of an answer, without its links. */
export function formatSearch(result: SearchResult): FormattedSearch {
  return {
    before: listNotes(result),
    hits: result.hits.map(formatHit),
    after: listCounts(result),
  };
}

function listNotes(result: SearchResult): readonly string[] {
  const { problems, correction, places, relaxed, hits } = result;
  const searched = correction?.applied === true ? correction.query : result.query;
  const notes = problems.map((problem) => formatProblem(problem, searched));
  if (correction !== null)
    notes.push(
      correction.applied ? describeApplied(correction) : `您是不是要找：${correction.query}`,
    );
  if (places.length > 0)
    notes.push(`可用 --region 限定地区：${places.map(formatPlace).join("、")}`);
  if (hits.length === 0) notes.push("没有找到。可以换一个词、去掉筛选，或用拼音查地名。");
  if (relaxed) notes.push("没有同时包含所有词的章节，以下包含其中一部分：");
  return notes;
}

function describeApplied({ from, to, reason }: Correction): string {
  if (reason === "name") return `已把“${from}”理解为“${to}”。`;
  return `没有找到“${from}”，已改为检索“${to}”。`;
}

function formatProblem(
  { message, start, end }: SearchResult["problems"][number],
  query: string,
): string {
  return `${message}（${query.slice(0, start)}${paint(query.slice(start, end))}${query.slice(end)}）`;
}

function formatPlace({ code, name, path }: SearchResult["places"][number]): string {
  return `${code} ${name}${path.length > 0 ? `（${path.join(" ")}）` : ""}`;
}

/** Relaxed hits are not counted. */
function listCounts(result: SearchResult): readonly string[] {
  const { total, exact, hits, hasMore } = result;
  if (hits.length === 0) return [];
  if (result.relaxed) return [`显示 ${hits.length} 条，都只是部分相符`];
  const more = hasMore ? "，还有更多，可用 --size 多列一些" : "";
  return [`共${exact ? "" : "约"} ${total} 个章节，显示 ${hits.length} 条${more}`];
}

function formatHit(hit: Hit): string {
  const places = hit.region.map((place) => place.name).join(" › ");
  const lines = [
    `${places}  ${hit.year}  ${nameSection(hit)}`,
    markSnippet(hit).replaceAll(/\s+/g, " "),
    ...(hit.relaxed ? [formatMissing(hit)] : []),
    ...(hit.more.length > 0
      ? [`本报告另有 ${hit.more.length} 处：${hit.more.map(nameSection).join("；")}`]
      : []),
  ];
  return [pc.bold(hit.title), ...lines.map((line) => `  ${line}`), ""].join("\n");
}

function nameSection({ heading, section }: Pick<Hit, "heading" | "section">): string {
  return heading || sectionLabels[section];
}

function formatMissing({ missing, instead }: Hit): string {
  const said = instead.map(({ from, to }) => `${from} → ${to}`);
  const lacking = missing.filter((word) => instead.every(({ from }) => from !== word));
  const parts = lacking.length > 0 ? [...said, `缺：${lacking.join("、")}`] : said;
  return `［放宽］${parts.length === 0 ? "没有原词，有相近的说法" : parts.join("；")}`;
}

function markSnippet({ snippet, marks }: Hit): string {
  let text = "";
  let at = 0;
  for (const { start, end } of marks) {
    text += snippet.slice(at, start) + paint(snippet.slice(start, end));
    at = end;
  }
  return text + snippet.slice(at);
}

/** Marked words are in colour on a terminal and in 【】 elsewhere. */
function paint(word: string): string {
  return pc.isColorSupported ? pc.yellow(word) : `【${word}】`;
}

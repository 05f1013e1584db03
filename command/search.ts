import pc from "picocolors";
import { z } from "zod";
import { sectionKindSchema, sectionLabels } from "../corpus/section.ts";
import {
  buildSearchParams,
  maxPageSize,
  maxQueryLength,
  parseSearchQuery,
} from "../search/query.ts";
import type { Hit, SearchResult } from "../search/search-result.ts";
import { type Command, WrongUsage } from "./command.ts";
import { openParts } from "./open-parts.ts";
import { parseYear } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const optionsSchema = z.object({
  region: z.array(z.string()).default([]),
  year: z.array(z.int()).default([]),
  section: z.array(sectionKindSchema).default([]),
  size: z.string().optional(),
  json: z.boolean().default(false),
});

/** Searches from the command line, as the page and the API do. */
export const search: Command = {
  name: "search",
  arguments: "<query>",
  summary: "search the sections of all reports (a query that begins with - goes behind --)",
  options: [
    { flags: "--region <region>", meaning: "a place by name or code; again for or", many: true },
    {
      flags: "--year <year>",
      meaning: "a report year; again for or",
      parse: parseYear,
      many: true,
    },
    {
      flags: "--section <kind>",
      meaning: `one of ${sectionKindSchema.options.join(", ")}; again for or`,
      parse: parseSection,
      many: true,
    },
    { flags: "--size <hits>", meaning: "how many hits to print, 10 if not given" },
    { flags: "--json", meaning: "print the answer of the HTTP API" },
  ],
  example: "npx gongkai search '行政处罚 -复议' --region 青山县 --year 2023",
  exitCodes: { 1: "failed, or nothing was found" },
  run: async (context, [words = ""], values) => {
    const { json, size, ...filters } = optionsSchema.parse(values);
    const params = buildSearchParams({ q: words, ...filters });
    if (size !== undefined) params.set("size", size);
    const query = parseSearchQuery(params);
    if (!query.success)
      throw new WrongUsage(
        `write a query of at most ${maxQueryLength} characters, at most 50 of each filter, and a size of 1 to ${maxPageSize}.`,
      );
    const parts = await openParts(context);
    try {
      const result = await parts.search.search(query.data);
      if (json) context.terminal.printJson(result);
      else printResult(result, context.terminal);
      return result.total > 0 ? 0 : 1;
    } finally {
      await parts.close();
    }
  },
};

function parseSection(value: string): string {
  const kind = sectionKindSchema.safeParse(value);
  if (kind.success) return kind.data;
  throw new WrongUsage(`write one of ${sectionKindSchema.options.join(", ")}.`);
}

function printResult(result: SearchResult, terminal: Terminal): void {
  if (result.total === 0) terminal.say("没有找到。可以换一个词、去掉筛选，或用拼音查地名。");
  if (result.relaxed) terminal.say("没有同时包含所有词的章节，以下包含其中一部分：");
  for (const hit of result.hits) terminal.print(formatHit(hit));
  if (result.total > 0) terminal.say(`共 ${result.total} 个章节，显示 ${result.hits.length} 个`);
}

function formatHit(hit: Hit): string {
  const places = hit.region.map((place) => place.name).join(" › ");
  return [
    pc.bold(hit.title),
    `  ${places}  ${hit.year}  ${hit.heading || sectionLabels[hit.section]}`,
    `  ${markSnippet(hit).replaceAll(/\s+/g, " ")}`,
    "",
  ].join("\n");
}

/** Marked words are in colour on a terminal and in 【】 elsewhere. */
function markSnippet({ snippet, marks }: Hit): string {
  const paint = (word: string) => (pc.isColorSupported ? pc.yellow(word) : `【${word}】`);
  let text = "";
  let at = 0;
  for (const { start, end } of marks) {
    text += snippet.slice(at, start) + paint(snippet.slice(start, end));
    at = end;
  }
  return text + snippet.slice(at);
}

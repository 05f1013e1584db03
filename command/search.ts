import { z } from "zod";
import { sectionKindSchema } from "../corpus/section.ts";
import {
  buildSearchParams,
  maxPageSize,
  maxQueryLength,
  parseSearchQuery,
  type SearchQuery,
} from "../search/query.ts";
import type { SearchResult } from "../search/search-result.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";
import { formatSearch } from "./format-search.ts";
import { openParts, type Parts } from "./open-parts.ts";
import { parseYear } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { chooseExportWriter, writeSearchExport } from "./write-search-export.ts";

const optionsSchema = z.object({
  region: z.array(z.string()).default([]),
  year: z.array(z.int()).default([]),
  section: z.array(sectionKindSchema).default([]),
  size: z.string().optional(),
  json: z.boolean().default(false),
  export: z.string().optional(),
});

/** Searches from the command line: in text as the page, each report once, and in JSON as the API. */
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
    {
      flags: "--export <file>",
      meaning: "write all sections that are counted, with their texts, to a .csv or .json file",
    },
  ],
  example: "npx gongkai search '行政处罚 -复议' --region 青山县 --year 2023",
  exitCodes: { 1: "failed, or nothing was found" },
  run: async (context, [words = ""], values) => {
    const { json, size, export: file, ...filters } = optionsSchema.parse(values);
    if (file !== undefined) chooseExportWriter(file);
    const params = buildSearchParams({ q: words, group: json ? "none" : "report", ...filters });
    if (size !== undefined) params.set("size", size);
    const query = parseSearchQuery(params);
    if (!query.success)
      throw new WrongUsage(
        `write a query of at most ${maxQueryLength} characters, at most 50 of each filter, and a size of 1 to ${maxPageSize}.`,
      );
    const parts = await openParts(context);
    try {
      if (file !== undefined) return await exportToFile(query.data, file, { ...context, ...parts });
      const result = await parts.search.search(query.data);
      if (json) context.terminal.printJson(result);
      else printResult(result, context.terminal);
      return result.hits.length > 0 ? 0 : 1;
    } finally {
      await parts.close();
    }
  },
};

type ExportParts = CommandContext & Parts;

async function exportToFile(query: SearchQuery, file: string, parts: ExportParts): Promise<number> {
  const total = await writeSearchExport(query, file, parts);
  if (total === 0) parts.terminal.complain("没有找到可以导出的章节；导出不更正错字。");
  else parts.terminal.say(`已导出 ${total} 个章节：${file}`);
  return total === 0 ? 1 : 0;
}

function parseSection(value: string): string {
  const kind = sectionKindSchema.safeParse(value);
  if (kind.success) return kind.data;
  throw new WrongUsage(`write one of ${sectionKindSchema.options.join(", ")}.`);
}

function printResult(result: SearchResult, terminal: Terminal): void {
  const { before, hits, after } = formatSearch(result);
  for (const line of before) terminal.say(line);
  for (const hit of hits) terminal.print(hit);
  for (const line of after) terminal.say(line);
}

import { z } from "zod";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import type { Extraction } from "../corpus/extraction.ts";
import { checkDraft, type DraftCheck } from "../indexer/audit/draft/check-draft.ts";
import {
  type DraftIssue,
  issueKindLabels,
  severities,
  severityLabels,
} from "../indexer/audit/draft/draft-issue.ts";
import type { ScanOptions } from "../indexer/extract/ocr/scan-options.ts";
import { extractReport } from "../indexer/extract/main.ts";
import { NotAReport } from "../indexer/extract/not-a-report.ts";
import { UnreadableFile } from "../indexer/extract/unreadable-file.ts";
import { listFiles } from "../indexer/list-files.ts";
import { loadOriginal } from "../indexer/load-original.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";
import { openScan } from "./open-scan.ts";
import type { Terminal } from "./terminal.ts";

const optionsSchema = z.object({
  json: z.boolean().default(false),
  against: z.string().optional(),
});

/** A clerk's check of one draft before it is published; touches no store and no network. */
export const audit: Command = {
  name: "audit",
  arguments: "<file>",
  summary: "check one draft: what is missing, does not add up or contradicts itself",
  options: [
    { flags: "--against <file>", meaning: "the report of the year before, to check what goes on" },
    { flags: "--json", meaning: "print the issues as a JSON object" },
  ],
  example: "npx gongkai audit --against 2023.docx 2024.docx",
  exitCodes: { 1: "something must be mended, or a file could not be read" },
  run: async (context, [path = ""], values) => {
    const { terminal } = context;
    const { json, against } = optionsSchema.parse(values);
    const paths = [path, ...(against === undefined ? [] : [against])];
    const files = await Promise.all(paths.map(findFile));
    const [draft, previous = null] = await readDrafts(files, context);
    if (draft === undefined) return 1;
    const check = checkDraft(draft, previous);
    const errors = check.issues.filter(({ severity }) => severity === "error").length;
    if (json) terminal.printJson(formatCheck(path, draft, check));
    else terminal.print(describeCheck(path, draft, check));
    return errors === 0 ? 0 : 1;
  },
};

/** One file that is there; a folder or a path to nothing is wrong usage. */
async function findFile(path: string): Promise<string> {
  const [listed, ...more] = await listFiles([path]);
  if (listed === undefined || listed.fault !== null) {
    throw new WrongUsage(`${path}: ${listed?.fault ?? "there is no such file: check the path"}`);
  }
  if (more.length > 0 || listed.file !== path) {
    throw new WrongUsage(`${path} is a folder: name one file.`);
  }
  return path;
}

/** The drafts in the order of the files; none where one of them cannot be read, which is said. */
async function readDrafts(
  files: readonly string[],
  context: CommandContext,
): Promise<readonly Extraction[]> {
  const { scan, close } = openScan(context);
  const surroundings = { gazetteer: loadGazetteer(), terminal: context.terminal, scan };
  const drafts: Extraction[] = [];
  try {
    for (const file of files) {
      const draft = await readDraft(file, surroundings);
      if (draft === null) return [];
      drafts.push(draft);
    }
    return drafts;
  } finally {
    await close();
  }
}

interface Surroundings {
  readonly gazetteer: Gazetteer;
  readonly terminal: Terminal;
  readonly scan: ScanOptions | null;
}

async function readDraft(
  file: string,
  { gazetteer, terminal, scan }: Surroundings,
): Promise<Extraction | null> {
  try {
    const bytes = await loadOriginal(file);
    return await extractReport({ bytes, file, address: null }, gazetteer, scan);
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof NotAReport)) throw error;
    terminal.complain(`${file}: ${error.message}`);
    return null;
  }
}

function formatCheck(file: string, draft: Extraction, check: DraftCheck): object {
  const { title, agency, division, year, form } = draft;
  const passed = check.issues.every(({ severity }) => severity !== "error");
  return { file, passed, title, agency, division, year, form, ...check };
}

function describeCheck(file: string, draft: Extraction, check: DraftCheck): string {
  const { agency, year, form } = draft;
  const groups = severities.flatMap((severity) => {
    const issues = check.issues.filter((issue) => issue.severity === severity);
    if (issues.length === 0) return [];
    return [
      "",
      `${severityLabels[severity]}（${issues.length}）`,
      ...issues.flatMap(describeIssue),
    ];
  });
  const errors = check.issues.filter(({ severity }) => severity === "error").length;
  const untold = check.untold === 0 ? "" : `，${check.untold} 项因缺数无法判断`;
  return [
    file,
    `${agency?.name ?? "机关未识别"}  ${year ?? "年度未识别"}  ${form === null ? "格式未识别" : `${form} 年格式`}`,
    ...groups,
    "",
    `核对：${check.holds} 项相符${untold}。`,
    errors === 0 ? "结论：没有发现必须改正的问题。" : `结论：有 ${errors} 处必须改正。`,
  ].join("\n");
}

function describeIssue({ kind, rule, message, quote }: DraftIssue): readonly string[] {
  const code = rule === null ? "" : ` ${rule}`;
  const line = `  · [${issueKindLabels[kind]}${code}] ${message}`;
  return quote === null ? [line] : [line, `    原文：${quote.text}`];
}

import { z } from "zod";
import { removeDemo } from "../corpus/store/remove-demo.ts";
import { demoDivisions } from "../demo/list-demo.ts";
import type { ImportOutcome } from "../indexer/import-file.ts";
import { importFiles } from "../indexer/import-files.ts";
import { type ListedFile, listFiles } from "../indexer/list-files.ts";
import type { Command, CommandContext } from "./command.ts";
import { openParts, type Parts } from "./open-parts.ts";
import { openScan } from "./open-scan.ts";
import { parseAddress, parseYear } from "./options.ts";
import { updateIndex } from "./update-index.ts";

const optionsSchema = z.object({
  url: z.url().optional(),
  agency: z.string().min(1).optional(),
  year: z.int().optional(),
  withoutDemo: z.boolean().default(false),
  json: z.boolean().default(false),
});
type ImportOptions = z.infer<typeof optionsSchema>;

/** Takes files into the corpus and the index. */
export const importReports: Command = {
  name: "import",
  arguments: "<path...>",
  summary: "take files, or all files of folders, into the corpus and make them searchable",
  options: [
    { flags: "--url <address>", meaning: "where the file came from", parse: parseAddress },
    { flags: "--agency <name>", meaning: "the body that publishes, where the file does not say" },
    {
      flags: "--year <year>",
      meaning: "the report year, where the file does not say",
      parse: parseYear,
    },
    { flags: "--without-demo", meaning: "take the fictional demo reports out first" },
    { flags: "--json", meaning: "print a JSON array with what became of each file" },
  ],
  example: "npx gongkai import --without-demo reports/",
  exitCodes: { 1: "a file was refused; the others are in the corpus" },
  run: async (context, paths, values) => {
    const options = optionsSchema.parse(values);
    const parts = await openParts(context);
    try {
      if (options.withoutDemo) await takeOutDemo(parts, context);
      const outcomes = await importAll(parts, { context, paths, options });
      if (options.json) context.terminal.printJson(outcomes);
      await updateIndex(parts, context);
      return sumUp(outcomes, context);
    } finally {
      await parts.close();
    }
  },
};

async function takeOutDemo({ corpus }: Parts, { terminal }: CommandContext): Promise<void> {
  const removed = await removeDemo(corpus.store);
  if (removed > 0) terminal.say(`${removed} demo reports taken out`);
}

interface ImportJob {
  readonly context: CommandContext;
  readonly paths: readonly string[];
  readonly options: ImportOptions;
}

async function importAll(
  { corpus, gazetteer }: Parts,
  { context, paths, options }: ImportJob,
): Promise<readonly ImportOutcome[]> {
  const { terminal, stop } = context;
  const listed = await listFiles(paths);
  const progress = terminal.startProgress("reading", listed.length);
  const { scan, close } = openScan(context);
  const targets = { ...corpus, gazetteer, scan, readClock: () => new Date().toISOString() };
  const { url: address = null, agency = null, year = null } = options;
  const files = listed
    .filter(({ fault }) => fault === null)
    .map(({ file }) => ({ file, address, agency, year, demo: false }));
  const kept = importFiles({ files, divisionLists: [demoDivisions], stop }, targets);
  const outcomes: ImportOutcome[] = [];
  try {
    for await (const outcome of fillIn(listed, kept)) {
      if (outcome.state === "refused") terminal.complain(`${outcome.file}: ${outcome.reason}`);
      outcomes.push(outcome);
      progress.advance(outcomes.length);
      if (stop.aborted) break;
    }
    return outcomes;
  } finally {
    progress.finish();
    await close();
  }
}

/** The outcomes of all that was listed, in that order: what cannot be read is refused without being tried. */
async function* fillIn(
  listed: readonly ListedFile[],
  kept: AsyncGenerator<ImportOutcome>,
): AsyncGenerator<ImportOutcome> {
  try {
    for (const { file, fault } of listed) {
      if (fault !== null) yield { file, state: "refused", reason: fault };
      else {
        const { value, done } = await kept.next();
        if (done === true) return;
        yield value;
      }
    }
  } finally {
    await kept.return(undefined);
  }
}

function sumUp(outcomes: readonly ImportOutcome[], { terminal, stop }: CommandContext): number {
  const count = (state: ImportOutcome["state"]) =>
    outcomes.filter((outcome) => outcome.state === state).length;
  const words = [
    `${count("new")} new`,
    `${count("version")} new versions`,
    `${count("same")} known already`,
    `${count("refused")} refused`,
  ];
  terminal.say(`${words.join(", ")}${stop.aborted ? " (stopped; run it again for the rest)" : ""}`);
  return count("refused") > 0 || stop.aborted ? 1 : 0;
}

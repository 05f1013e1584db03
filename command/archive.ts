import { z } from "zod";
import type { ArchiveFault } from "../corpus/archive/verify-file.ts";
import { verifyArchive, type VerifyResult } from "../corpus/archive/verify-archive.ts";
import { openCorpus } from "../corpus/main.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";
import type { Progress } from "./terminal.ts";

const optionsSchema = z.object({
  adopt: z.boolean().default(false),
  json: z.boolean().default(false),
});
const megabyte = 1_000_000;

/** Reads the archive through and says what is damaged. */
export const archive: Command = {
  name: "archive",
  arguments: "<action>",
  summary: "`verify` reads everything archived and checks every digest, place and file",
  options: [
    {
      flags: "--adopt",
      meaning:
        "move originals that older releases kept as single files into an archive file, and tell the index of records it lacks",
    },
    { flags: "--json", meaning: "print the counts and the list of faults as JSON" },
  ],
  example: "npx gongkai archive verify",
  exitCodes: { 1: "something is damaged or missing, or the check was stopped" },
  run: async (context, [action = ""], values) => {
    if (action !== "verify") throw new WrongUsage("write npx gongkai archive verify.");
    const { adopt, json } = optionsSchema.parse(values);
    const corpus = await openCorpus(context.config);
    const faults: ArchiveFault[] = [];
    const onFault = (fault: ArchiveFault) => {
      faults.push(fault);
      if (!json) context.terminal.print(formatFault(fault));
    };
    try {
      const onProgress = startProgress(context);
      const { stop } = context;
      const result = await verifyArchive(corpus.archive, { adopt, onFault, stop, ...onProgress });
      onProgress.finish();
      if (json) context.terminal.printJson({ ...result, faults });
      else context.terminal.say(formatResult(result, faults.length));
      return faults.length > 0 || stop.aborted ? 1 : 0;
    } finally {
      await corpus.close();
    }
  },
};

function startProgress({ terminal }: CommandContext) {
  let progress: Progress | null = null;
  return {
    onProgress: (done: number, total: number) => {
      progress ??= terminal.startProgress("MB checked", Math.ceil(total / megabyte));
      progress.advance(Math.floor(done / megabyte));
    },
    finish: () => progress?.finish(),
  };
}

function formatFault({ file, offset, target, fault }: ArchiveFault): string {
  const place = offset === null ? file : `${file} at ${offset}`;
  return target === null ? `${place}: ${fault}` : `${place}, ${target}: ${fault}`;
}

function formatResult(result: VerifyResult, faults: number): string {
  const { files, records, bytes, loose, adopted } = result;
  const size = `${(bytes / megabyte).toFixed(1)} MB`;
  const held = `${records} records in ${files} files (${size})`;
  const others = loose > 0 ? `, ${loose} single files, ${adopted} of them moved` : "";
  const verdict =
    faults === 0 ? "all whole" : `${faults} faults: restore the archive from a backup`;
  return `${held}${others}: ${verdict}`;
}

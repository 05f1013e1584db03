import { Command as Program, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Config } from "../config.ts";
import {
  type Command,
  type CommandContext,
  type CommandOption,
  type OptionValues,
  WrongUsage,
} from "./command.ts";
import { Terminal } from "./terminal.ts";

/** What the program is made of; `readConfig` is called only once a command is to run. */
export interface ProgramParts {
  readonly version: string;
  readonly commands: readonly Command[];
  readonly readConfig: () => Config;
  readonly terminal?: Terminal;
}

/** Runs the command that the words name and returns the exit code; never throws. */
export async function runProgram(words: readonly string[], parts: ProgramParts): Promise<number> {
  const terminal = parts.terminal ?? new Terminal();
  const { stop, release } = listenForStop();
  let exitCode = 0;
  const program = buildProgram({ ...parts, terminal }, async (command, args, options) => {
    exitCode = await command.run({ config: parts.readConfig(), terminal, stop }, args, options);
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    return explainFailure(error, terminal);
  } finally {
    release();
  }
}

type Runner = (
  command: Command,
  args: readonly string[],
  options: OptionValues,
) => Promise<CommandContext | void>;

function buildProgram(parts: Required<ProgramParts>, run: Runner): Program {
  const { commands, version, terminal } = parts;
  const output = {
    writeOut: (text: string) => terminal.print(text.trimEnd()),
    writeErr: (text: string) => terminal.say(text.trimEnd()),
  };
  const program = new Program("gongkai")
    .description(
      "Search engine and corpus of Chinese annual reports on government information disclosure.",
    )
    .version(version)
    .configureOutput(output)
    .exitOverride()
    .showHelpAfterError("(--help lists what can be written)");
  for (const command of commands) {
    const sub = program
      .command(`${command.name} ${command.arguments}`.trim())
      .description(command.summary)
      .configureOutput(output)
      .exitOverride();
    for (const option of command.options) sub.addOption(buildOption(option));
    sub.addHelpText("after", describeExample(command));
    sub.action(async (...values: unknown[]) => {
      const args = values
        .slice(0, -2)
        .flat()
        .filter((value) => typeof value === "string");
      await run(command, args, sub.opts());
    });
  }
  return program;
}

function buildOption({ flags, meaning, parse, many }: CommandOption): Option {
  const option = new Option(flags, meaning);
  if (parse === undefined && many !== true) return option;
  return option.argParser((value: string, previous: unknown) => {
    const parsed = parse === undefined ? value : parseValue(parse, value);
    return many === true ? [...(Array.isArray(previous) ? previous : []), parsed] : parsed;
  });
}

function parseValue(parse: (value: string) => unknown, value: string): unknown {
  try {
    return parse(value);
  } catch (error) {
    throw error instanceof WrongUsage ? new InvalidArgumentError(error.message) : error;
  }
}

function describeExample({ example, exitCodes }: Command): string {
  const codes = Object.entries(exitCodes ?? {}).map(([code, meaning]) => `  ${code}  ${meaning}`);
  const exits = codes.length === 0 ? "" : `\nExit codes:\n${codes.join("\n")}\n`;
  return `\nExample:\n  ${example}\n${exits}`;
}

/** The first Ctrl+C asks the command to stop, the second ends the process as the system does. */
function listenForStop(): { readonly stop: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const ask = () => controller.abort();
  process.once("SIGINT", ask).once("SIGTERM", ask);
  return {
    stop: controller.signal,
    release: () => void process.off("SIGINT", ask).off("SIGTERM", ask),
  };
}

function explainFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  terminal.complain(message);
  if (process.env["GONGKAI_LOG"] === "debug" && error instanceof Error) {
    terminal.complain(error.stack ?? "");
  }
  return error instanceof WrongUsage ? 2 : 1;
}

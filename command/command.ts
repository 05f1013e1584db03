import type { Config } from "../config.ts";
import type { Terminal } from "./terminal.ts";

/** `flags` as commander reads them (`--year <year>`); `parse` checks the value and throws WrongUsage. */
export interface CommandOption {
  readonly flags: string;
  readonly meaning: string;
  readonly parse?: (value: string) => unknown;
  /** May be given several times; the values come as a list. */
  readonly many?: boolean;
}

/** What every command gets: the settings, the terminal, and a signal that says stop. */
export interface CommandContext {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly stop: AbortSignal;
}

export type OptionValues = Readonly<Record<string, unknown>>;

/** A command as a row: help, `docs/commands.md` and the program itself derive from it. */
export interface Command {
  readonly name: string;
  readonly arguments: string;
  readonly summary: string;
  readonly options: readonly CommandOption[];
  readonly example: string;
  /** Exit codes besides 0 (done), 1 (failed, said why) and 2 (wrong usage). */
  readonly exitCodes?: Readonly<Record<number, string>>;
  /** Returns the exit code. */
  readonly run: (
    context: CommandContext,
    args: readonly string[],
    options: OptionValues,
  ) => Promise<number>;
}

/** The words of the command line cannot be used: the message says what to write instead. Exit code 2. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

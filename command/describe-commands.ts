import type { Command } from "./command.ts";

/** The commands as a page of Markdown: `docs/commands.md`. */
export function describeCommands(commands: readonly Command[]): string {
  const parts = commands.map(describeCommand);
  return `# Commands

\`npx gongkai <command>\`. Results go to stdout, progress and complaints to stderr. Exit code 0 means done, 1 failed (the last line says why and what to do), 2 wrong usage; others are listed with their command. Settings are in [settings.md](settings.md). This page is written from the commands themselves.

${parts.join("\n")}`;
}

function describeCommand(command: Command): string {
  const { name, arguments: words, summary, options, example, exitCodes } = command;
  const lines = [
    `## ${`${name} ${words}`.trim()}`,
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    "",
  ];
  if (options.length > 0) {
    lines.push("| option | meaning |", "| --- | --- |");
    for (const { flags, meaning } of options) lines.push(`| \`${flags}\` | ${meaning} |`);
    lines.push("");
  }
  lines.push("```sh", example, "```", "");
  for (const [code, meaning] of Object.entries(exitCodes ?? {})) {
    lines.push(`Exit code ${code}: ${meaning}.`, "");
  }
  return lines.join("\n");
}

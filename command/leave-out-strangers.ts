import type { HeldSource } from "../corpus/store/sources.ts";
import type { CommandContext } from "./command.ts";
import { mayCrawl } from "./require-contact.ts";

/** Without a contact: all of the sources that need none, and how many are left out is told. All where none needs none. */
export function leaveOutStrangers(
  sources: readonly HeldSource[],
  { config, terminal }: CommandContext,
): readonly HeldSource[] {
  const own = sources.filter((source) => mayCrawl(config, source));
  const left = sources.length - own.length;
  if (left > 0 && own.length > 0)
    terminal.complain(`${left} sources are left out: set GONGKAI_CONTACT to have them asked.`);
  return own.length > 0 ? own : sources;
}

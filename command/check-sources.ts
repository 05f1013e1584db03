import { type HeldSource, loadSources } from "../corpus/store/sources.ts";
import { checkSource, type SourceCheck } from "../crawler/sources/check-source.ts";
import { PoliteVisitor, type VisitorDeps } from "../crawler/sources/polite-visitor.ts";
import { WrongUsage } from "./command.ts";
import { leaveOutStrangers } from "./leave-out-strangers.ts";
import { openVisitors, type Visitors } from "./open-visitors.ts";
import type { SourcesParts } from "./sources-parts.ts";

/** Tries one page of each source, one after the other; 1 where one does not answer or the check was stopped. */
export async function checkSources(parts: SourcesParts, ids: readonly string[]): Promise<number> {
  const { context, corpus, options } = parts;
  const { terminal, stop } = context;
  const wanted = chooseSources(await loadSources(corpus.store), ids);
  const chosen = ids.length === 0 ? leaveOutStrangers(wanted, context) : wanted;
  const visitors = await openVisitors(context, chosen, { corpus, role: "check" });
  const checks: SourceCheck[] = [];
  try {
    const progress = terminal.startProgress("sources checked", chosen.length);
    for await (const check of checkEach(chosen, visitors, stop)) {
      checks.push(check);
      if (!options.json) terminal.print(formatCheck(check));
      progress.advance(checks.length);
    }
    progress.finish();
  } finally {
    await visitors.close();
  }
  if (options.json) terminal.printJson(checks);
  const failed = checks.filter(({ failure }) => failure !== null).length;
  terminal.say(`${checks.length} of ${chosen.length} sources checked, ${failed} do not answer`);
  return failed > 0 || stop.aborted ? 1 : 0;
}

async function* checkEach(
  sources: readonly HeldSource[],
  visitors: Visitors,
  stop: AbortSignal,
): AsyncGenerator<SourceCheck> {
  // One visitor for each pace, so that sources on one host keep its pause between them.
  const byClient = new Map<VisitorDeps["client"], PoliteVisitor>();
  for (const source of sources) {
    const deps = visitors.choose(source);
    const visitor = byClient.get(deps.client) ?? new PoliteVisitor(deps);
    byClient.set(deps.client, visitor);
    try {
      yield await checkSource(source, { visitor, now: deps.now });
    } catch (error) {
      if (stop.aborted) return;
      throw error;
    }
  }
}

function chooseSources(held: readonly HeldSource[], ids: readonly string[]): readonly HeldSource[] {
  const unknown = ids.filter((id) => !held.some((source) => source.id === id));
  if (unknown.length > 0)
    throw new WrongUsage(
      `there is no source ${unknown.join(", ")}: npx gongkai sources list shows all.`,
    );
  return ids.length === 0 ? held : held.filter(({ id }) => ids.includes(id));
}

function formatCheck({ id, failure, sentence }: SourceCheck): string {
  return `${id}: ${failure === null ? "" : `${failure}: `}${sentence}`;
}

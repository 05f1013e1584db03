import { openCorpus } from "../corpus/main.ts";
import { renders, sourceKinds } from "../corpus/source.ts";
import { loadSources, removeSource } from "../corpus/store/sources.ts";
import { loadSourceList } from "../crawler/sources/load-source-list.ts";
import { syncSourceList } from "../crawler/sources/sync-source-list.ts";
import { addSources } from "./add-sources.ts";
import { type AskPerson, openAskPerson } from "./ask-person.ts";
import { checkSources } from "./check-sources.ts";
import { type Command, WrongUsage } from "./command.ts";
import { describePlace } from "./describe-place.ts";
import { formatTable } from "./format-table.ts";
import { loadAllPlaces } from "./open-parts.ts";
import { type SourcesParts, sourcesOptionsSchema } from "./sources-parts.ts";

type Action = (parts: SourcesParts, targets: readonly string[]) => Promise<number>;

const actions: Readonly<Record<string, Action>> = {
  list: listSources,
  add: addSources,
  remove: removeSources,
  check: checkSources,
};

/** The places to crawl: the project's list and what was added to it. */
export const sources: Command = buildSources(openAskPerson);

/** The command with another way of asking the person at the terminal. */
export function buildSources(openAsk: () => AskPerson | null): Command {
  return {
    name: "sources",
    arguments: "<action> [target...]",
    summary:
      "`list` the places to crawl; `add <address>` looks for the report columns of a portal and keeps them; `remove <id>…`; `check [id…]` tries one page of each",
    options: [
      {
        flags: "--division <place>",
        meaning:
          "whose reports are expected, by name or code; found by itself where it is not given",
      },
      { flags: "--agency <name>", meaning: "the body whose reports are expected" },
      { flags: "--id <id>", meaning: "a short name for what is added, such as `qingshan`" },
      {
        flags: "--kind <kind>",
        meaning:
          "add the address itself as `portal`, `column` or `pattern`, without looking further",
        parse: buildChoice(sourceKinds),
      },
      {
        flags: "--render <how>",
        meaning: "`http`, or `browser` where scripts make the pages",
        parse: buildChoice(renders),
      },
      { flags: "--yes", meaning: "keep what was found without asking" },
      { flags: "--json", meaning: "print JSON" },
    ],
    example: "npx gongkai sources add http://www.qingshan.gov.test/ --division 青山县",
    exitCodes: { 1: "failed; nothing was added or removed, or a source did not answer" },
    run: async (context, [action = "", ...targets], values) => {
      const act = actions[action];
      if (act === undefined)
        throw new WrongUsage(`write npx gongkai sources ${Object.keys(actions).join("|")}.`);
      const options = sourcesOptionsSchema.parse(values);
      const gazetteer = loadAllPlaces();
      const list = loadSourceList(gazetteer);
      const corpus = await openCorpus(context.config);
      try {
        await syncSourceList(corpus.store, list);
        return await act({ context, corpus, gazetteer, list, ask: openAsk(), options }, targets);
      } finally {
        await corpus.close();
      }
    },
  };
}

function buildChoice(choices: readonly string[]): (value: string) => unknown {
  return (value) => {
    if (choices.includes(value)) return value;
    throw new WrongUsage(`write one of ${choices.join(", ")}.`);
  };
}

async function listSources({ context, corpus, gazetteer, options }: SourcesParts): Promise<number> {
  const held = await loadSources(corpus.store);
  const { terminal } = context;
  if (options.json) {
    terminal.printJson(held);
    return 0;
  }
  const head = ["id", "place", "kind", "render", "origin", "entry"];
  const rows = held.map((source) => [
    source.id,
    describePlace(source, gazetteer),
    source.kind,
    source.render,
    source.origin,
    source.entry,
  ]);
  for (const line of formatTable([head, ...rows])) terminal.print(line);
  terminal.say(`${held.length} sources`);
  return 0;
}

async function removeSources(
  { context, corpus }: SourcesParts,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) throw new WrongUsage("write npx gongkai sources remove <id>.");
  let missing = 0;
  for (const id of ids) {
    if (await removeSource(corpus.store, id)) {
      context.terminal.say(`${id} is not crawled any more; what it brought stays.`);
      continue;
    }
    missing++;
    context.terminal.complain(`There is no source ${id}: npx gongkai sources list shows all.`);
  }
  return missing > 0 ? 1 : 0;
}

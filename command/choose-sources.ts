import { type HeldSource, loadSources } from "../corpus/store/sources.ts";
import { loadScheduledIds } from "../corpus/store/schedule.ts";
import type { Corpus } from "../corpus/main.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadSourceList } from "../crawler/sources/load-source-list.ts";
import { syncSourceList } from "../crawler/sources/sync-source-list.ts";
import { WrongUsage } from "./command.ts";

interface ChoiceParts {
  readonly corpus: Pick<Corpus, "store">;
  readonly gazetteer: Gazetteer;
}

/** The sources of these ids, all scheduled ones where none is named. Throws WrongUsage where there is no such source. */
export async function chooseSources(
  { corpus: { store }, gazetteer }: ChoiceParts,
  ids: readonly string[],
): Promise<readonly HeldSource[]> {
  await syncSourceList(store, loadSourceList(gazetteer));
  const held = await loadSources(store);
  const wanted = ids.length > 0 ? ids : await loadScheduledIds(store);
  if (wanted.length === 0) {
    throw new WrongUsage(
      "no source is scheduled: name one of npx gongkai sources list, or schedule it with npx gongkai schedule set <source> auto.",
    );
  }
  const known = new Map(held.map((source) => [source.id, source]));
  return wanted.map((id) => {
    const source = known.get(id);
    if (source === undefined)
      throw new WrongUsage(`there is no source ${id}: see npx gongkai sources list.`);
    return source;
  });
}

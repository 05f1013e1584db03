import { trailSchema, pageRequestSchema } from "../address.ts";
import type { UnreachedList } from "../source-hint.ts";
import type { Store } from "./open-store.ts";

/** A page on the way through a list. */
interface Page {
  readonly id: number;
  readonly via: number | null;
  readonly sourceId: string;
  readonly url: string;
  /** Whether a list begins with it. */
  readonly isFirst: boolean;
  readonly pages: number | null;
  readonly page: number | null;
}

/** Lists that say that they have more pages than were reached, of these sources or (null) of all, by source. */
export async function loadUnreachedLists(
  store: Store,
  sources: readonly string[] | null,
): Promise<readonly UnreachedList[]> {
  const pages = new Map((await loadPages(store, sources)).map((page) => [page.id, page]));
  const lists = new Map<number, UnreachedList>();
  for (const page of pages.values()) {
    if (page.pages === null || page.page === null) continue;
    const first = findFirst(page, pages);
    const known = lists.get(first.id);
    lists.set(first.id, {
      sourceId: first.sourceId,
      url: first.url,
      pages: Math.max(known?.pages ?? 0, page.pages),
      reached: Math.max(known?.reached ?? 0, page.page),
    });
  }
  return [...lists.values()].filter(({ pages, reached }) => reached < pages);
}

/** The pages of lists of sources in which a list tells how many it has. */
async function loadPages(
  { db }: Store,
  sources: readonly string[] | null,
): Promise<readonly Page[]> {
  const telling = db.selectFrom("address").where("list_pages", "is not", null);
  const asked = sources === null ? telling : telling.where("source_id", "in", [...sources]);
  const rows = await db
    .selectFrom("address")
    .where("source_id", "in", asked.select("source_id"))
    .where("role", "in", ["column", "list", "frame"])
    .select(["id", "via", "source_id", "request", "trail", "list_pages", "list_page"])
    .execute();
  return rows.map((row) => {
    const { trial, seen } = trailSchema.parse(JSON.parse(row.trail));
    return {
      id: row.id,
      via: row.via,
      sourceId: row.source_id,
      url: pageRequestSchema.parse(JSON.parse(row.request)).url,
      isFirst: trial === null && seen.length === 0,
      pages: row.list_pages,
      page: row.list_page,
    };
  });
}

/** Where the list began that a page was reached through. */
function findFirst(page: Page, pages: ReadonlyMap<number, Page>): Page {
  const passed = new Set<number>();
  for (let at = page; ; passed.add(at.id), at = pages.get(at.via ?? -1) ?? at) {
    const isEnd = at.via === null || !pages.has(at.via) || passed.has(at.id);
    if (at.isFirst || isEnd) return at;
  }
}

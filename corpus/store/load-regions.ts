import type { Level } from "../division.ts";
import type { Region } from "../report.ts";
import type { Store } from "./open-store.ts";

/** The division and its parents, from the province down. */
export async function loadRegions({ db }: Store, code: string | null): Promise<readonly Region[]> {
  if (code === null) return [];
  const rows = await db
    .withRecursive("chain", (cte) =>
      cte
        .selectFrom("division")
        .where("code", "=", code)
        .select(["code", "name", "parent", "level"])
        .unionAll((eb) =>
          eb
            .selectFrom("division")
            .innerJoin("chain", "chain.parent", "division.code")
            .select(["division.code", "division.name", "division.parent", "division.level"]),
        ),
    )
    .selectFrom("chain")
    .select(["code", "name", "level"])
    .execute();
  return rows
    .toSorted((a, b) => a.code.length - b.code.length)
    .map((row) => ({ code: row.code, name: row.name, level: row.level as Level }));
}

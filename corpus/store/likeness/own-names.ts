import type { Kysely } from "kysely";
import { buildNameMask } from "../../likeness/build-name-mask.ts";
import { groupBy } from "../../likeness/group-by.ts";
import type { Schema } from "../schema.ts";

type Mask = (text: string) => string;

/** The names of agencies and of their places, as what masks them in texts. Those that were loaded are kept. */
export class OwnNames {
  readonly #known = new Map<string, Mask>();

  /** Gives the mask of each of these agencies; that of another one masks nothing. */
  async load(
    db: Kysely<Schema>,
    agencyIds: readonly string[],
  ): Promise<(agencyId: string) => Mask> {
    const unknown = [...new Set(agencyIds)].filter((id) => !this.#known.has(id));
    if (unknown.length > 0) {
      const places = groupBy(await loadPlaces(db, unknown), ({ id }) => id);
      for (const { id, name } of await loadAgencies(db, unknown)) {
        const names = places.get(id)?.map((place) => place.name) ?? [];
        this.#known.set(id, buildNameMask([name, ...names]));
      }
    }
    return (agencyId) => this.#known.get(agencyId) ?? ((text) => text);
  }
}

async function loadAgencies(db: Kysely<Schema>, ids: readonly string[]) {
  return db.selectFrom("agency").where("id", "in", ids).select(["id", "name"]).execute();
}

/** The division of each agency and its parents. */
async function loadPlaces(db: Kysely<Schema>, ids: readonly string[]) {
  return db
    .withRecursive("chain", (cte) =>
      cte
        .selectFrom("agency")
        .innerJoin("division", "division.code", "agency.division_code")
        .where("agency.id", "in", ids)
        .select(["agency.id", "division.name", "division.parent"])
        .unionAll((eb) =>
          eb
            .selectFrom("chain")
            .innerJoin("division", "division.code", "chain.parent")
            .select(["chain.id", "division.name", "division.parent"]),
        ),
    )
    .selectFrom("chain")
    .select(["id", "name"])
    .execute();
}

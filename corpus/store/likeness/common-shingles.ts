import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { findCommonShingles, minAgencies } from "../../likeness/find-common-shingles.ts";
import { isCompared } from "../../likeness/likeness.ts";
import { type SectionKind, sectionKinds } from "../../section.ts";
import type { Store } from "../open-store.ts";
import type { Count, Schema } from "../schema.ts";
import { forgetLikeness } from "./forget-likeness.ts";
import { OwnNames } from "./own-names.ts";

/** What is common in sections of each kind, as learnt when there were `edition` agencies; 0 where there were too few. */
export interface CommonShingles {
  readonly edition: number;
  readonly byKind: ReadonlyMap<SectionKind, readonly string[]>;
}

/** Agencies whose newest report is looked at: enough to tell a third from a quarter. */
const sampleSize = 400;
const comparedKinds = sectionKinds.filter(isCompared);

/** The row that is always there; see LikenessCommonTable. */
const inForce = "*";

/** The edition by which reports are compared now; -1 before one was learnt. */
export async function loadEdition(db: Kysely<Schema>): Promise<number> {
  const { edition } = await db
    .selectFrom("likeness_common")
    .where("kind", "=", inForce)
    .select("edition")
    .executeTakeFirstOrThrow();
  return edition;
}

/** Has all other processes that want to compare or learn wait until this transaction ends. */
export async function holdEdition(trx: Transaction<Schema>): Promise<number> {
  const { edition } = await trx
    .updateTable("likeness_common")
    .where("kind", "=", inForce)
    .set((eb) => ({ edition: eb.ref("edition") }))
    .returning("edition")
    .executeTakeFirstOrThrow();
  return edition;
}

async function loadCommonShingles({ db }: Store): Promise<CommonShingles> {
  const rows = await db.selectFrom("likeness_common").selectAll().execute();
  const byKind = comparedKinds.map((kind) => {
    const shingles = rows.find((row) => row.kind === kind)?.shingles ?? "[]";
    return [kind, JSON.parse(shingles) as string[]] as const;
  });
  const edition = rows.find(({ kind }) => kind === inForce)?.edition ?? -1;
  return { edition, byKind: new Map(byKind) };
}

/**
 * Learns what is common anew where twice as many agencies are held as when that was done, or a quarter; all reports are
 * then compared anew. Returns what holds now.
 */
export async function learnCommonShingles(store: Store): Promise<CommonShingles> {
  const agencies = await countAgencies(store);
  const wanted = agencies < minAgencies ? 0 : agencies;
  if (!isOutgrown(await loadEdition(store.db), wanted)) return loadCommonShingles(store);
  const byKind = await findInSample(store);
  await store.db.transaction().execute(async (trx) => {
    // Another process may have learnt the same meanwhile.
    if (isOutgrown(await holdEdition(trx), wanted))
      await keepCommonShingles(trx, { edition: wanted, byKind });
  });
  return loadCommonShingles(store);
}

async function keepCommonShingles(
  trx: Transaction<Schema>,
  { edition, byKind }: CommonShingles,
): Promise<void> {
  await forgetLikeness(trx);
  const rows = [...byKind].map(([kind, shingles]) => ({
    kind,
    edition,
    shingles: JSON.stringify(shingles),
  }));
  await trx.deleteFrom("likeness_common").where("kind", "!=", inForce).execute();
  await trx.insertInto("likeness_common").values(rows).execute();
  await trx.updateTable("likeness_common").set({ edition }).where("kind", "=", inForce).execute();
}

function isOutgrown(edition: number, wanted: number): boolean {
  return edition < 0 || wanted > 2 * edition || wanted * 4 < edition;
}

async function countAgencies({ db }: Store): Promise<number> {
  const { agencies } = await db
    .selectFrom("report")
    .select((eb) => eb.fn.count<Count>("agency_id").distinct().as("agencies"))
    .executeTakeFirstOrThrow();
  return Number(agencies);
}

async function findInSample(store: Store): Promise<CommonShingles["byKind"]> {
  const texts = await loadSample(store);
  return new Map(
    comparedKinds.map((kind) => [kind, findCommonShingles([...(texts.get(kind)?.values() ?? [])])]),
  );
}

type Sample = ReadonlyMap<SectionKind, ReadonlyMap<string, string>>;

/** Of a sample of agencies, the same for the same agencies, what the newest report says in sections of each kind. */
async function loadSample({ db }: Store): Promise<Sample> {
  const agencies = await db.selectFrom("report").select("agency_id").distinct().execute();
  const sample = agencies
    .map(({ agency_id: id }) => ({ id, hash: createHash("sha256").update(id).digest("hex") }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, sampleSize);
  const texts = new Map<SectionKind, Map<string, string>>(
    comparedKinds.map((kind) => [kind, new Map()]),
  );
  const ids = sample.map(({ id }) => id);
  const maskOf = await new OwnNames().load(db, ids);
  for (const id of ids) {
    const newest = db
      .selectFrom("report")
      .where("agency_id", "=", id)
      .orderBy("year", "desc")
      .limit(1);
    const rows = await db
      .selectFrom("section")
      .where("version_id", "=", newest.select("current_version"))
      .orderBy("position")
      .select(["kind", "text"])
      .execute();
    for (const { kind, text } of rows) {
      const ofKind = texts.get(kind as SectionKind);
      ofKind?.set(id, `${ofKind.get(id) ?? ""}\n${maskOf(id)(text)}`);
    }
  }
  return texts;
}

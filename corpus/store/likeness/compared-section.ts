import type { Transaction } from "kysely";
import { isCompared } from "../../likeness/likeness.ts";
import { buildBandKeys, buildSignature, packSignature } from "../../likeness/min-hash.ts";
import type { SectionKind } from "../../section.ts";
import { loadSections } from "../load-report.ts";
import type { Schema } from "../schema.ts";
import type { Comparison } from "./comparison.ts";
import type { StaleReport } from "./stale-reports.ts";

/** A section of a report that says enough to be compared, with the bands of its signature. */
export interface ComparedSection {
  readonly position: number;
  readonly kind: SectionKind;
  readonly shingles: ReadonlySet<string>;
  readonly signature: string;
  readonly keys: readonly number[];
}

/** A report with more sections was read wrongly; what a statement binds stays within bounds. */
const comparedAtMost = 200;

/** The sections of a version that can be compared, the first 200 of them. */
export async function loadComparedSections(
  trx: Transaction<Schema>,
  { versionId, agencyId }: Pick<StaleReport, "versionId" | "agencyId">,
  { reader, names }: Pick<Comparison, "reader" | "names">,
): Promise<readonly ComparedSection[]> {
  const sections = await loadSections({ db: trx }, versionId);
  const maskOf = await names.load(trx, [agencyId]);
  const compared = sections.flatMap(({ kind, text }, position) => {
    if (!isCompared(kind)) return [];
    const name = buildTextName(versionId, position);
    const shingles = reader.read({ name, kind, text: maskOf(agencyId)(text) });
    if (shingles.size === 0) return [];
    const hashes = buildSignature(shingles);
    const signature = packSignature(hashes);
    return [{ position, kind, shingles, signature, keys: buildBandKeys(hashes) }];
  });
  return compared.slice(0, comparedAtMost);
}

/** A text never changes within its version. */
export function buildTextName(versionId: number, position: number): string {
  return `${versionId}:${position}`;
}

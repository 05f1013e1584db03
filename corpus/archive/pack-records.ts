import { WARCSerializer } from "warcio";
import { buildRecord, type RecordPlan } from "./record-plan.ts";

const mostBytes = 1024 ** 2;

/**
 * The records of a fetch, each as a gzip member in memory; null where they are too large for that and have to be
 * written piece by piece. zlib works in threads of its own, so that many fetches are packed side by side.
 */
export async function packRecords(
  plans: readonly RecordPlan[],
  visit: string,
): Promise<readonly Buffer[] | null> {
  const bytes = plans.flatMap(({ block }) => block).reduce((sum, one) => sum + one.byteLength, 0);
  if (bytes > mostBytes) return null;
  return Promise.all(plans.map(async (plan) => packRecord(plan, visit)));
}

async function packRecord(plan: RecordPlan, visit: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of new WARCSerializer(buildRecord(plan, visit), { gzip: true }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

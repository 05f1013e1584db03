import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { WARCSerializer } from "warcio";
import { buildRecord, type RecordPlan } from "./record-plan.ts";

const mostBytes = 1024 ** 2;
const compress = promisify(gzip);
/** zlib would clear a quarter of a megabyte for each request of a few lines. Bytes, and zlib's own measures. */
const small = { bytes: 4_096, options: { windowBits: 12, memLevel: 5 } };

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

/** In one piece, at a fraction of what warcio's streams cost. */
async function packRecord(plan: RecordPlan, visit: string): Promise<Buffer> {
  const bytes = await WARCSerializer.serialize(buildRecord(plan, visit), { gzip: false });
  return compress(bytes, {
    chunkSize: Math.max(256, bytes.byteLength),
    ...(bytes.byteLength <= small.bytes && small.options),
  });
}

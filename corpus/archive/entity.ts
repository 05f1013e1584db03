import { buildDigest } from "./build-digest.ts";
import { listCodings, undoCodings } from "./undo-coding.ts";
import type { WireExchange } from "./wire-exchange.ts";

/** The body of a response: its digest as it came and without its content coding, and whether it has one. */
export interface Entity {
  readonly payloadDigest: string;
  readonly digest: string;
  readonly coded: boolean;
}

/**
 * Looks at the body of a response. `limit` is how many bytes its content may have: what becomes longer, or is not coded
 * as the response says, counts as not coded.
 */
export async function describeEntity({ response }: WireExchange, limit: number): Promise<Entity> {
  const payloadDigest = buildDigest(response.body);
  const plain = { payloadDigest, digest: payloadDigest, coded: false };
  const codings = listCodings(response.headers);
  if (codings.length === 0 || response.body.byteLength === 0) return plain;
  const content = await undoCodings(response.body, codings, limit);
  if (content === null) return plain;
  const digest = buildDigest(content);
  return { payloadDigest, digest, coded: digest !== payloadDigest };
}

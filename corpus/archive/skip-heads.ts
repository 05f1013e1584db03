import { headEnd } from "./warc-head.ts";

/**
 * The payload of a record from its decompressed pieces: without its head, that of HTTP where `http` is true, and the
 * two empty lines behind it.
 */
export async function* skipHeads(
  pieces: AsyncIterable<Buffer>,
  http: boolean,
): AsyncGenerator<Buffer> {
  let heads = http ? 2 : 1;
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    held = held.byteLength === 0 ? piece : Buffer.concat([held, piece]);
    while (heads > 0) {
      const end = held.indexOf(headEnd);
      if (end < 0) break;
      held = held.subarray(end + headEnd.byteLength);
      heads -= 1;
    }
    if (heads > 0) continue;
    // The last bytes may be the end of the record, which is not part of the payload.
    const ready = held.subarray(0, Math.max(0, held.byteLength - headEnd.byteLength));
    held = held.subarray(ready.byteLength);
    if (ready.byteLength > 0) yield ready;
  }
}

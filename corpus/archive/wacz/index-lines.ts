import { CDXIndexer, WARCParser } from "warcio";
import { z } from "zod";

const placeSchema = z.object({ offset: z.int() });

/**
 * The lines of an index in CDXJ for the records of one fetch, as warcio writes them. `to` is where its first byte comes
 * to lie in `file`.
 */
export async function buildIndexLines(
  pieces: AsyncIterable<Uint8Array>,
  { to, file }: { readonly to: number; readonly file: string },
): Promise<readonly string[]> {
  const indexer = new CDXIndexer({ format: "cdxj" });
  const lines: string[] = [];
  for await (const found of indexer.iterRecords(new WARCParser(pieces), file)) {
    const { offset } = placeSchema.parse(found);
    lines.push(indexer.serialize({ ...found, offset: offset + to }));
  }
  return lines;
}

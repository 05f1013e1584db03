import { createHash } from "node:crypto";

/** Of all names that are made here. A random UUID, never to be changed: readers would see every entry again. */
const namespace = Buffer.from("8d6f0c4e7b1a4f52a3c95e20d4b8f617", "hex");

/**
 * A name for a feed or an entry that is the same on every host and after every rebuild: a UUID of version 5
 * (RFC 9562) as a URN.
 */
export function buildFeedId(name: string): string {
  const hash = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `urn:uuid:${[...parts, hex.slice(20)].join("-")}`;
}

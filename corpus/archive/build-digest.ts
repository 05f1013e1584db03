import { createHash } from "node:crypto";

/** SHA-256 in hex. */
export function buildDigest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A SHA-256 in hex. */
export const digestPattern = /^[0-9a-f]{64}$/u;

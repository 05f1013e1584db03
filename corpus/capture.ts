import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * One fetched copy. `digest` is the SHA-256 of the bytes in hex and finds them in the archive;
 * `address` is where it came from (null for a file from disk), `file` the name it had on disk,
 * `charset` what its text was decoded with, `status` and `headers` as received (null for a file from disk).
 */
export const captureSchema = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  address: z.url().nullable(),
  file: z.string().nullable(),
  capturedAt: z.iso.datetime(),
  status: z.int().nullable(),
  headers: z.record(z.string(), z.string()).nullable(),
  mediaType: z.string(),
  charset: z.string().nullable(),
  bytes: z.int().nonnegative(),
});
export type Capture = Readonly<z.infer<typeof captureSchema>>;

/** Stable id of a copy from disk: the same bytes from the same address are one capture, however often imported. */
export function buildCaptureId(capture: Pick<Capture, "digest" | "address">): string {
  const identity = `${capture.digest}\n${capture.address ?? ""}`;
  return createHash("sha256").update(identity).digest("hex").slice(0, 24);
}

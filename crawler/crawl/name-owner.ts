import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** A name of this process for leases and locks, which no other has. Fit for the name of a file. */
export function nameOwner(): string {
  const name = `${hostname()}-${process.pid}-${randomBytes(6).toString("hex")}`;
  return name.replaceAll(/[^\w.-]/gu, "-");
}

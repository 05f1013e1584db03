import type { FailureCause } from "../../corpus/failure.ts";

const absent: ReadonlySet<FailureCause> = new Set(["not-found", "soft-404", "refusal"]);

/** Whether a host says that there is no such page, or, as some do, that the request for it makes no sense. */
export function isAbsent(cause: FailureCause): boolean {
  return absent.has(cause);
}

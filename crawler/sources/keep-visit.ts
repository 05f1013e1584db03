import type { Archive } from "../../corpus/archive/archive.ts";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import type { FailureCause } from "../../corpus/failure.ts";
import type { Rendered } from "../browser/rendered.ts";
import { buildArchivedVisit } from "../crawl/build-archived-visit.ts";
import type { Fetched } from "../http/exchange.ts";

/** Where visits without a crawl are kept, and what for; `complain` takes a sentence for the person who waits. */
export interface VisitKeeping {
  readonly archive: Pick<Archive, "writeVisit">;
  readonly role: "discovery" | "check";
  readonly complain: (sentence: string) => void;
}

/** What was asked for: of which source, null where it is none yet. */
export interface KeptVisit {
  readonly address: string;
  readonly source: string | null;
  readonly failure: FailureCause | null;
}

/** Archives an answer. Where that fails it is told, and what was asked goes on. */
export async function keepVisit(
  fetched: Fetched | Rendered,
  visit: KeptVisit,
  { archive, role, complain }: VisitKeeping,
): Promise<void> {
  const digest = buildDigest(fetched.content);
  try {
    await archive.writeVisit(buildArchivedVisit(fetched, { ...visit, digest, role }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain(`What is fetched here is not archived: ${reason}`);
  }
}

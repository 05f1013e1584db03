import type { RunCause, RunState } from "../../corpus/run.ts";
import type { VisitRecord } from "../../corpus/visit-record.ts";

/** What a crawl tells while it runs, for the terminal and as lines of JSON; times are ISO 8601 in UTC. */
export type CrawlEvent =
  | {
      readonly type: "run-begun";
      readonly at: string;
      readonly runId: number;
      readonly sourceId: string;
      readonly cause: RunCause;
      /** Addresses that were made due. */
      readonly due: number;
    }
  | {
      readonly type: "run-ended";
      readonly at: string;
      readonly runId: number;
      readonly sourceId: string;
      readonly state: RunState;
    }
  | {
      readonly type: "asking";
      readonly at: string;
      readonly sourceId: string;
      readonly host: string;
      readonly url: string;
    }
  | ({
      readonly type: "visited";
      readonly at: string;
      /** Addresses found that were new. */
      readonly found: number;
      /** Why the host is not asked at once again; null where it may be. */
      readonly wait: string | null;
    } & VisitRecord)
  | {
      readonly type: "prepared";
      readonly at: string;
      readonly sourceId: string;
      readonly host: string;
      /** What was asked for before the first page: robots.txt, a page that cannot exist. */
      readonly url: string;
      readonly wait: string | null;
    }
  | { readonly type: "trouble"; readonly at: string; readonly message: string };

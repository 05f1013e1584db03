import type { DemoFacts } from "../../build-facts.ts";
import type { DemoPage } from "../../build-page.ts";
import type { ServedPage } from "../portal.ts";

/** A report as a portal publishes it: what its page shows, and what its tables print. */
export interface SiteReport {
  readonly page: DemoPage;
  readonly facts: DemoFacts | null;
  /** Whether its tables are pictures: only recognition of text reads them. */
  readonly isPicture?: boolean;
  /** The day on which its list and page date it, ISO 8601. */
  readonly published: string;
  /** Bytes that are served as they are at a fixed path, for reports that are held as files. */
  readonly original?: Uint8Array;
  readonly served?: () => ServedPage;
  readonly path?: string;
}

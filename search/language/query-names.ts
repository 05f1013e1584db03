import type { RegionNames } from "../places/region-names.ts";

/** What reading a query needs to know: the names of places, and how traditional characters are simplified. */
export interface QueryNames {
  readonly regions: RegionNames;
  readonly simplify: (text: string) => string;
}

// Every benchmark, one after the other: what is fast is measured side by side, as a ratio within one run.
import { benchExtraction } from "./extraction.ts";
import { benchSearch } from "./search.ts";

await benchExtraction();
await benchSearch();

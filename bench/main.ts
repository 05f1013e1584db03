// Every benchmark, one after the other: what is fast is measured side by side, as a ratio within one run.
import { describeCrawling } from "./crawling.ts";
import { describeDocuments } from "./documents.ts";
import { benchExtraction, formatExtractionRows } from "./extraction.ts";
import { describeRelevance } from "./relevance.ts";
import { describeScale } from "./scale.ts";
import { benchSearch, formatSearchFigures } from "./search.ts";
import { benchSuggest, formatSuggestFigures } from "./suggest.ts";

process.stdout.write(`${formatExtractionRows(await benchExtraction())}\n\n`);
process.stdout.write(`${await describeDocuments()}\n\n`);
process.stdout.write(`${formatSearchFigures(await benchSearch())}\n`);
process.stdout.write(`\n${formatSuggestFigures(await benchSuggest())}\n`);
process.stdout.write(`\n${await describeRelevance()}\n`);
process.stdout.write(`\n${await describeScale()}\n`);
process.stdout.write(`\n${await describeCrawling()}\n`);

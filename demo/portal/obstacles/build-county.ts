import type { Source } from "../../../corpus/source.ts";
import { demoNotice } from "../../build-page.ts";
import { editions, type Edition } from "../../generator/editions.ts";
import { generatePrints } from "../../generator/generate-prints.ts";
import { textLayouts } from "../../generator/layouts/layouts.ts";
import { buildReportWords, type Publisher } from "../../generator/report-words.ts";
import { parsePrint } from "../../generator/written-numbers.ts";
import { writeReport } from "../../generator/write-report.ts";
import { chooseBody } from "./choose-body.ts";

/** A report and where it lies in its column (`202401/t20240120_1003.html`); `text` is its page. */
export interface CountyReport {
  readonly path: string;
  readonly title: string;
  readonly year: number;
  readonly published: string;
  readonly text: string;
  readonly facts: Readonly<Record<string, number | null>>;
}

/** The small portal of one department: a home page, a column and three reports. `origin` ends without a slash. */
export interface County {
  readonly key: string;
  readonly host: string;
  readonly origin: string;
  readonly publisher: Publisher;
  readonly source: Source;
  readonly reports: readonly CountyReport[];
}

export interface CountyPlan {
  readonly key: string;
  /** The number of its body. */
  readonly at: number;
  readonly seed: number;
  readonly scheme: "http" | "https";
}

export const columnPath = "/zwgk/nb/";
const years = [2020, 2022, 2023] as const;
/** In its preamble, beside the numbers: characters that only GB18030 has besides Unicode. */
const rareNames = "本年度新增公开示范点两处：𠮷祥社区、㐂雨社区。";

/** A portal under `www.<key>.gov.test`, the same for the same plan. */
export function buildCounty(plan: CountyPlan): County {
  const { key, at, scheme } = plan;
  const { division, agency } = chooseBody(at);
  const host = `www.${key}.gov.test`;
  const publisher: Publisher = {
    place: agency,
    agency,
    issuer: agency,
    siteName: `${agency}网站`,
    host,
  };
  const origin = `${scheme}://${host}`;
  const source: Source = {
    id: key,
    division,
    agency,
    entry: `${origin}${columnPath}`,
    kind: "column",
    render: "http",
    notes: "",
  };
  const reports = years.map((year, index) => writeOne(plan, publisher, { year, index }));
  return { key, host, origin, publisher, source, reports };
}

function writeOne(
  { seed, at }: CountyPlan,
  publisher: Publisher,
  { year, index }: { readonly year: number; readonly index: number },
): CountyReport {
  const edition = findEdition(year);
  const own = seed * 1000 + at * years.length + index;
  const [prints = new Map<string, string>()] = generatePrints(edition.form, own, 1);
  const plain = buildReportWords(edition.form, { publisher, year });
  const words = { ...plain, preamble: [demoNotice, ...plain.preamble, rareNames] };
  // Its links lead to where the pages of a county lie.
  const layout = textLayouts.find(({ name }) => name === "html-trs");
  if (!layout) throw new Error("There is no layout html-trs to write a page in.");
  const { content } = writeReport({ edition, prints, words, seed: own }, layout);
  const day = words.published.replaceAll("-", "");
  return {
    path: `${day.slice(0, 6)}/t${day}_${1001 + index}.html`,
    title: words.title,
    year,
    published: words.published,
    text: String(content),
    facts: Object.fromEntries([...prints].map(([cell, print]) => [cell, parsePrint(print)])),
  };
}

function findEdition(year: number): Edition {
  const id = year > 2020 ? "2021" : "2019";
  const edition = editions.find(({ form }) => form.id === id);
  if (!edition) throw new Error(`There is no form ${id}.`);
  return edition;
}

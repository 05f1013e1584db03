import { z } from "zod";
import type { Engine } from "../engine/engine.ts";
import { buildReportExclusion } from "../facts/build-report-filter.ts";
import type { QueryTerm } from "../query-terms.ts";
import { type CandidateQuestion, countCandidates, readCandidates } from "./read-candidates.ts";

/** What the engine was asked for, and the phrases in it that must be read. */
export interface PhraseQuestion {
  readonly text: string;
  readonly filter: readonly string[];
  readonly phrases: readonly QueryTerm[];
}

type Asker = Pick<Engine, "multiSearch">;

/** More than these cannot be left out of every question: the engine needs some 3 µs for each. */
const mostMistakes = 2_000;
/** From so many sections on, titles are read first, where they may tell it of whole reports. */
const manySections = 2_000;
const sampled = 50;

const namesSchema = z.object({ title: z.string(), names: z.array(z.string()) });
const reportSchema = z.object({ reportId: z.string(), grams: namesSchema });
const sectionSchema = z.object({
  id: z.string(),
  grams: namesSchema.extend({
    heading: z.string(),
    content: z.string(),
    rest: z.record(z.string(), z.string()).default({}),
  }),
});

const reportFields = ["reportId", "grams.title", "grams.names"];
const sectionFields = ["id", ...listTextFields()];

function listTextFields(): readonly string[] {
  return Object.keys(sectionSchema.shape.grams.shape).map((name) => `grams.${name}`);
}

/**
 * Ids of sections that the engine finds though they lack a phrase; null where they are too many, or `isStopped` told
 * to stop. A phrase that the titles hold is read of one section of each report. @throws EngineUnavailable, EngineRefused
 */
export async function findMistakes(
  { text, filter, phrases }: PhraseQuestion,
  engine: Asker,
  isStopped: () => boolean,
): Promise<readonly string[] | null> {
  const asked = { text, filter, fields: sectionFields, byReport: false };
  const titled = await listTitled(asked, phrases, engine);
  const others = titled.length === 0 ? [] : [buildReportExclusion(titled)];
  const mistakes: string[] = [];
  const untitled = { ...asked, filter: [...filter, ...others] };
  for await (const block of readCandidates(untitled, engine)) {
    if (block === null || isStopped()) return null;
    for (const candidate of z.array(sectionSchema).parse(block)) {
      const { title, heading, content, rest, names } = candidate.grams;
      const texts = [content, title, heading, ...Object.values(rest), ...names];
      if (!holdAll(texts, phrases)) mistakes.push(candidate.id);
    }
    if (mistakes.length > mostMistakes) return null;
  }
  return mistakes;
}

/** Reports of which the title or a name holds every phrase, where that is common. */
async function listTitled(
  asked: CandidateQuestion,
  phrases: readonly QueryTerm[],
  engine: Asker,
): Promise<readonly string[]> {
  if ((await countCandidates(asked, engine)) < manySections) return [];
  const titled: string[] = [];
  let read = 0;
  for await (const block of readCandidates(
    { ...asked, fields: reportFields, byReport: true },
    engine,
  )) {
    const reports = z.array(reportSchema).parse(block ?? []);
    read += reports.length;
    for (const { reportId, grams } of reports)
      if (holdAll([grams.title, ...grams.names], phrases)) titled.push(reportId);
    if (read >= sampled && titled.length * 2 < read) return [];
  }
  return titled;
}

/** Grams are written alike in texts and questions, so that a phrase is a part of them. */
function holdAll(texts: readonly string[], phrases: readonly QueryTerm[]): boolean {
  return phrases.every(({ grams: { words } }) =>
    texts.some((text) => ` ${text} `.includes(` ${words} `)),
  );
}

import type { EngineAnswer, EngineQuery } from "./engine/engine.ts";
import { addAnswers, listIntersections, type Intersection } from "./intersections.ts";
import { choosePageWindow, type PageWindow } from "./page-window.ts";
import { buildEngineWords, type EngineWords, isWhole } from "./planner.ts";
import type { SearchParts } from "./search-parts.ts";
import { buildFilter } from "./search-filter.ts";
import { type Asking, buildQuestions, type Questions } from "./strict-questions.ts";
import { sumSections } from "./sum-sections.ts";
import type { UnderstoodQuery } from "./understood-query.ts";

/**
 * What holds all that was asked for. `answers` are the counts as facets read them; `hits` the lists of the alternatives
 * in the order of the engine; `asked` are the questions that gave them, for asking on.
 */
export interface StrictAnswer {
  readonly total: number;
  readonly exact: boolean;
  readonly answers: readonly EngineAnswer[];
  readonly hits: readonly (readonly unknown[])[];
  /** Hits of the parts of reports that the words ask about, to be ranked with the others. */
  readonly intended: readonly unknown[];
  readonly asked: readonly EngineQuery[];
  readonly window: PageWindow;
}

/**
 * Asks for hits, total and the counts of all facets in one round trip, and again where sections only seem to hold a
 * phrase. `words` replaces the words of the query (for pinyin). @throws EngineUnavailable, EngineRefused
 */
export async function askStrictly(
  understood: UnderstoodQuery,
  parts: SearchParts,
  words: EngineWords | null = null,
): Promise<StrictAnswer> {
  const { plan, query } = understood;
  const window = choosePageWindow(query, plan);
  const intersections = words === null ? listIntersections(plan.alternatives) : [];
  const first: readonly Asking[] =
    words === null
      ? intersections.map((one) => ({
          words: buildEngineWords(one.terms),
          sign: one.sign,
          isListed: plan.alternatives.includes(one.terms),
          mistakes: [],
        }))
      : [{ words, sign: 1, isListed: true, mistakes: [] }];
  const answer = await ask(first, { understood, window }, parts);
  const isComplete =
    !plan.cut && (words?.isExact ?? true) && intersections.every(({ terms }) => isWhole(terms));
  const checked = await findMistakes(intersections, understood, parts);
  const exact = isComplete && checked.every((mistakes) => mistakes !== null);
  const again = first.map((asking, at) => ({ ...asking, mistakes: checked[at] ?? [] }));
  if (again.every(({ mistakes }) => mistakes.length === 0)) return { ...answer, exact };
  return { ...(await ask(again, { understood, window }, parts)), exact };
}

type Asked = Omit<StrictAnswer, "exact">;

interface Place {
  readonly understood: UnderstoodQuery;
  readonly window: PageWindow;
}

async function ask(
  askings: readonly Asking[],
  place: Place,
  { engine, language }: SearchParts,
): Promise<Asked> {
  const groups = askings.map((asking) => buildQuestions(asking, place, language.regions));
  const read = await askAll(groups, engine);
  const counted = groups.map(({ counts }) => counts.map(read));
  const merged = mergeCounts(
    counted.map((one, at) => ({ counted: one, sign: askings[at]?.sign ?? 1 })),
  );
  const lists = groups.filter((_, at) => askings[at]?.isListed);
  const asked = lists.flatMap(({ counts, list }) => list ?? counts[0] ?? []);
  return {
    total: sumSections(merged[0]),
    answers: merged,
    hits: asked.map((question) => read(question).hits),
    intended: lists.flatMap(({ intended }) => read(intended).hits),
    asked,
    window: place.window,
  };
}

/** Asks all questions at once; gives what reads the answer of one of them. */
async function askAll(
  groups: readonly Questions[],
  engine: SearchParts["engine"],
): Promise<(question: EngineQuery | null | undefined) => EngineAnswer> {
  const flat = groups.flatMap(({ counts, list, intended }) => [
    ...counts,
    ...[list, intended].filter((one) => one !== null),
  ]);
  const answers = await engine.multiSearch(flat);
  const byQuestion = new Map(flat.map((question, at) => [question, answers[at] ?? nothing]));
  return (question) => (question && byQuestion.get(question)) ?? nothing;
}

const nothing: EngineAnswer = { hits: [], estimatedTotal: 0, facets: {} };

/** Every intersection asks the same questions in the same order. */
function mergeCounts(
  parts: readonly { readonly counted: readonly EngineAnswer[]; readonly sign: 1 | -1 }[],
): readonly EngineAnswer[] {
  const [first] = parts;
  if (first === undefined) return [];
  if (parts.length === 1) return first.counted;
  return first.counted.map((_, at) =>
    addAnswers(parts.map(({ counted, sign }) => ({ answer: counted[at] ?? nothing, sign }))),
  );
}

/** Those outside of the chosen values too, where these are not too many: facets count what other choices would give. */
async function findMistakes(
  intersections: readonly Intersection[],
  { query, filters }: UnderstoodQuery,
  { phrases, language }: SearchParts,
): Promise<readonly (readonly string[] | null)[]> {
  const chosen = [...buildFilter(query, language.regions), ...filters];
  return Promise.all(
    intersections.map(async ({ terms }) => {
      if (!phrases.needsReading(terms)) return [];
      const all = await phrases.findMistakes(terms, filters);
      return all ?? phrases.findMistakes(terms, chosen);
    }),
  );
}

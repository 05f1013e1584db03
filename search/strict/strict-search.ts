import { checkAsking } from "./check-asking.ts";
import type { EngineAnswer, EngineQuery } from "../engine/engine.ts";
import { chooseCountedParts } from "./counted-parts.ts";
import { addAnswers } from "./intersections.ts";
import { choosePageWindow, type PageWindow } from "../hits/page-window.ts";
import { buildEngineWords, type EngineWords, isWhole, type QueryPlan } from "../planner.ts";
import type { Conjunction } from "../query-terms.ts";
import type { SearchParts } from "../search-parts.ts";
import { buildFilter } from "../filters/search-filter.ts";
import { type Asking, buildQuestions, type Questions } from "./strict-questions.ts";
import { sumSections } from "./sum-sections.ts";
import type { UnderstoodQuery } from "../understood-query.ts";

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
  /** What counted, where these are parts that have no section in common; else none. */
  readonly disjoint: readonly EngineQuery[];
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
  const { plan } = understood;
  const first = words === null ? listAskings(plan) : [{ ...plain, words }];
  const window = chooseWindow(understood, first);
  const answer = await ask(first, { understood, window }, parts);
  const isComplete =
    !plan.cut && understood.left.length === 0 && (words?.isExact ?? first.every(isWholeAsking));
  const checked = await checkAskings(first, understood, parts);
  const exact = isComplete && checked.every((askings) => askings !== null);
  const again = first.flatMap((asking, at) => checked[at] ?? [asking]);
  if (again.every((asking) => first.includes(asking))) return { ...answer, exact };
  const place = { understood, window: chooseWindow(understood, again) };
  return { ...(await ask(again, place, parts)), exact };
}

function chooseWindow({ query, plan }: UnderstoodQuery, askings: readonly Asking[]): PageWindow {
  const lists = askings.filter(({ isListed }) => isListed).length;
  return choosePageWindow(query, plan, { isMerged: lists > 1, isDisjoint: isDisjoint(askings) });
}

const plain = {
  terms: null,
  sign: 1,
  isCounted: true,
  isListed: true,
  mistakes: [],
  only: null,
} as const;

/** The alternatives, whose hits are wanted, and the parts by which these are counted. */
function listAskings({ alternatives }: QueryPlan): readonly Asking[] {
  const counted = chooseCountedParts(alternatives);
  const build = (terms: Conjunction) => ({ ...plain, terms, words: buildEngineWords(terms) });
  const others = counted.filter(({ terms }) => !alternatives.includes(terms));
  return [
    ...alternatives.map((terms) => ({
      ...build(terms),
      isCounted: counted.some((part) => part.terms === terms),
    })),
    ...others.map(({ terms, sign }) => ({ ...build(terms), sign, isListed: false })),
  ];
}

function isDisjoint(askings: readonly Asking[]): boolean {
  return askings.every(({ sign }) => sign === 1);
}

function isWholeAsking({ terms }: Asking): boolean {
  return terms === null || isWhole(terms);
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
  const merged = mergeCounts(
    groups.flatMap(({ counts }, at) => {
      const { sign = 1, isCounted = false } = askings[at] ?? {};
      return isCounted ? [{ counted: counts.map(read), sign }] : [];
    }),
  );
  const lists = groups.filter((_, at) => askings[at]?.isListed);
  const asked = lists.flatMap(({ list, counts }) => list ?? counts[0] ?? []);
  return {
    total: sumSections(merged[0]),
    answers: merged,
    hits: asked.map((question) => read(question).hits),
    intended: lists.flatMap(({ intended }) => read(intended).hits),
    asked,
    disjoint: isDisjoint(askings) ? groups.flatMap(({ counts: [first] }) => first ?? []) : [],
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

/** Every part asks the same questions in the same order. */
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

/** Null for those of which the engine is not sure and that cannot be read. */
async function checkAskings(
  askings: readonly Asking[],
  { query, filters }: UnderstoodQuery,
  { phrases, language }: SearchParts,
): Promise<readonly (readonly Asking[] | null)[]> {
  const chosen = [...buildFilter(query, language.regions), ...filters];
  const findMistakes = async (terms: Conjunction): Promise<readonly string[] | null> => {
    // Outside of the chosen values too, where these are not too many: facets count what other choices would give.
    const all = await phrases.findMistakes(terms, filters);
    return all ?? phrases.findMistakes(terms, chosen);
  };
  return Promise.all(askings.map((asking) => checkAsking(asking, findMistakes)));
}

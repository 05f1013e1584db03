import { z } from "zod";
import type { Engine, EngineQuery } from "./engine/engine.ts";
import { buildHighlighter } from "./highlight.ts";
import type { PlanStep } from "./planner.ts";
import type { QueryTerm } from "./query-terms.ts";
import { removeSeparators } from "./segmenter.ts";

/** How long an answer is believed: new documents may hold the phrase. Milliseconds. */
const lifeMs = 30_000;
const mostKept = 200;
/** So many texts are read in a few milliseconds; a count above it is given as approximate. */
const mostRead = 1000;
const candidateSchema = z.object({
  id: z.string(),
  title: z.string(),
  heading: z.string(),
  content: z.string(),
});
const fields = Object.keys(candidateSchema.shape);

type Candidate = z.infer<typeof candidateSchema>;

interface KeptAnswer {
  readonly askedAt: number;
  readonly mistakes: Promise<readonly string[]>;
}

/**
 * The engine takes a section for a holder of a long phrase when every two words of it stand near each other
 * somewhere in the text, though not all in one place. This finds those sections by reading the candidates.
 */
export class PhraseChecker {
  readonly #engine: Pick<Engine, "multiSearch">;
  readonly #simplify: (text: string) => string;
  readonly #kept = new Map<string, KeptAnswer>();

  constructor(engine: Pick<Engine, "multiSearch">, simplify: (text: string) => string) {
    this.#engine = engine;
    this.#simplify = simplify;
  }

  /**
   * Ids of sections that a step finds under these filters though they lack a phrase; null where there are too
   * many to read. `found` is how many the engine counts.
   */
  async findMistakes(
    step: PlanStep,
    filter: readonly string[],
    found: number,
  ): Promise<readonly string[] | null> {
    const phrases = step.terms.filter(isLoose);
    if (phrases.length === 0) return [];
    if (found > mostRead) return null;
    const key = JSON.stringify([step.text, filter]);
    const kept = this.#kept.get(key);
    if (kept !== undefined && performance.now() - kept.askedAt < lifeMs) return kept.mistakes;
    const mistakes = this.#readCandidates(buildQuestion(step, filter), phrases);
    this.#keep(key, { askedAt: performance.now(), mistakes });
    mistakes.catch(() => this.#kept.delete(key));
    return mistakes;
  }

  async #readCandidates(
    question: EngineQuery,
    phrases: readonly QueryTerm[],
  ): Promise<readonly string[]> {
    const [answer] = await this.#engine.multiSearch([question]);
    const finders = phrases.map((phrase) => buildHighlighter([phrase], this.#simplify));
    const candidates = z.array(candidateSchema).parse(answer?.hits ?? []);
    const holds = (candidate: Candidate) =>
      finders.every((find) =>
        [candidate.content, candidate.title, candidate.heading].some(
          (text) => find(removeSeparators(text)).length > 0,
        ),
      );
    return candidates.filter((candidate) => !holds(candidate)).map(({ id }) => id);
  }

  #keep(text: string, answer: KeptAnswer): void {
    this.#kept.delete(text);
    this.#kept.set(text, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Two words side by side are told exactly; a quoted phrase of more has to be looked at. */
function isLoose({ quoted, pieces }: QueryTerm): boolean {
  const text = pieces.join("");
  return quoted && (pieces.length > 2 || /\p{Script=Han}{5}/u.test(text));
}

function buildQuestion(
  { text, strategy, attributes }: PlanStep,
  filter: readonly string[],
): EngineQuery {
  const none = { facets: [], sort: [], offset: 0 };
  return {
    index: "sections",
    text,
    strategy,
    attributes,
    filter,
    ...none,
    limit: mostRead,
    fields,
  };
}

import { z } from "zod";
import type { Engine, EngineQuery } from "./engine/engine.ts";
import { buildEngineWords } from "./planner.ts";
import { sumSections } from "./sum-sections.ts";
import type { Conjunction, QueryTerm } from "./query-terms.ts";

/** How long an answer is believed: new documents may hold the phrase. Milliseconds. */
const lifeMs = 30_000;
const mostKept = 200;
/** So many texts are read in a quarter of a second at most; a count above it is given as approximate. */
const mostRead = 10_000;
const blockSize = 1000;
const candidateSchema = z.object({
  id: z.string(),
  grams: z.object({
    title: z.string(),
    heading: z.string(),
    content: z.string(),
    rest: z.record(z.string(), z.string()).default({}),
    names: z.array(z.string()),
  }),
});

type Candidate = z.infer<typeof candidateSchema>;

interface KeptAnswer {
  readonly askedAt: number;
  readonly mistakes: Promise<readonly string[] | null>;
}

/**
 * The engine takes a section for a holder of a long phrase when every three words of it stand in a row somewhere in the
 * text, though not all in one place. This finds those sections by reading the candidates.
 */
export class PhraseChecker {
  readonly #engine: Pick<Engine, "multiSearch">;
  readonly #kept = new Map<string, KeptAnswer>();

  constructor(engine: Pick<Engine, "multiSearch">) {
    this.#engine = engine;
  }

  /** Whether there is something to be read at all. */
  needsReading({ wanted, excluded }: Conjunction): boolean {
    return [...wanted, ...excluded].some(isUnsure);
  }

  /**
   * Ids of sections that the engine finds for these terms under these filters though they lack a phrase; null where
   * there are too many to read.
   */
  async findMistakes(
    terms: Conjunction,
    filter: readonly string[],
  ): Promise<readonly string[] | null> {
    // What is wrongly excluded cannot be read: the engine does not give it.
    if (terms.excluded.some(isUnsure)) return null;
    const phrases = terms.wanted.filter(isUnsure);
    if (phrases.length === 0) return [];
    const { text } = buildEngineWords(terms);
    const key = JSON.stringify([text, filter]);
    const kept = this.#kept.get(key);
    if (kept !== undefined && performance.now() - kept.askedAt < lifeMs) return kept.mistakes;
    const mistakes = this.#readCandidates({ text, filter }, phrases);
    this.#keep(key, { askedAt: performance.now(), mistakes });
    mistakes.catch(() => this.#kept.delete(key));
    return mistakes;
  }

  async #readCandidates(
    asked: { readonly text: string; readonly filter: readonly string[] },
    phrases: readonly QueryTerm[],
  ): Promise<readonly string[] | null> {
    const count = { ...buildQuestion(asked, 0), facets: ["section"], limit: 0 };
    const [counted] = await this.#engine.multiSearch([count]);
    const found = sumSections(counted);
    if (found > mostRead) return null;
    const mistakes: string[] = [];
    for (let offset = 0; offset < found; offset += blockSize) {
      const [answer] = await this.#engine.multiSearch([buildQuestion(asked, offset)]);
      const candidates = z.array(candidateSchema).parse(answer?.hits ?? []);
      for (const candidate of candidates)
        if (!phrases.every((phrase) => holds(candidate, phrase))) mistakes.push(candidate.id);
    }
    return mistakes;
  }

  #keep(text: string, answer: KeptAnswer): void {
    this.#kept.delete(text);
    this.#kept.set(text, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function isUnsure({ grams }: QueryTerm): boolean {
  return !grams.isSure;
}

/** Grams are written alike in texts and questions, so that a phrase is a part of them. */
function holds({ grams }: Candidate, { grams: { words } }: QueryTerm): boolean {
  const { title, heading, content, rest, names } = grams;
  return [content, title, heading, ...Object.values(rest), ...names].some((text) =>
    ` ${text} `.includes(` ${words} `),
  );
}

function buildQuestion(
  { text, filter }: { readonly text: string; readonly filter: readonly string[] },
  offset: number,
): EngineQuery {
  return {
    index: "sections",
    text,
    strategy: "all",
    attributes: null,
    filter,
    facets: [],
    sort: [],
    offset,
    limit: blockSize,
    fields: ["id", "grams"],
  };
}

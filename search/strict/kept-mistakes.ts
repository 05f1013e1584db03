/** Ids of all answers together: a few megabytes. */
const mostIds = 50_000;
const mostAnswers = 500;

/** What was read of the candidates of phrases, as long as the index stays as it was; the oldest is forgotten first. */
export class KeptMistakes {
  readonly #answers = new Map<string, readonly string[] | null>();
  #changedAt = "";
  #ids = 0;

  /** Undefined where it is not kept, or the index has changed since. */
  find(key: string, changedAt: string): readonly string[] | null | undefined {
    this.#forgetOlder(changedAt);
    return this.#answers.get(key);
  }

  /** `changedAt` is when the index that was read had changed last. */
  keep(key: string, mistakes: readonly string[] | null, changedAt: string): void {
    this.#forgetOlder(changedAt);
    this.#forget(key);
    this.#answers.set(key, mistakes);
    this.#ids += mistakes?.length ?? 0;
    for (const oldest of this.#answers.keys()) {
      if (this.#ids <= mostIds && this.#answers.size <= mostAnswers) return;
      this.#forget(oldest);
    }
  }

  #forgetOlder(changedAt: string): void {
    if (changedAt === this.#changedAt) return;
    this.#changedAt = changedAt;
    this.#answers.clear();
    this.#ids = 0;
  }

  #forget(key: string): void {
    this.#ids -= this.#answers.get(key)?.length ?? 0;
    this.#answers.delete(key);
  }
}

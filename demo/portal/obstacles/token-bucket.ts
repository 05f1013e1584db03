/** Lets `perSecond` requests in, `size` of them at once. Times are in milliseconds. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #size: number;
  #tokens: number;
  #at: number | null = null;

  constructor({ perSecond, size }: { readonly perSecond: number; readonly size: number }) {
    this.#perSecond = perSecond;
    this.#size = size;
    this.#tokens = size;
  }

  /** Takes one; false where there is none. */
  take(at: number): boolean {
    const seconds = Math.max(0, at - (this.#at ?? at)) / 1000;
    this.#at = at;
    this.#tokens = Math.min(this.#size, this.#tokens + seconds * this.#perSecond);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/** A clock that goes on only where somebody waits. */
export class VirtualClock {
  #now = Date.parse("2024-03-04T02:00:00Z");

  readonly now = (): number => this.#now;

  wait(ms: number): void {
    this.#now += ms;
  }

  /** Goes on to an hour of the same day in UTC. */
  setHour(hour: number): void {
    this.#now = Math.floor(this.#now / 86_400_000) * 86_400_000 + hour * 3_600_000;
  }
}

/** A column of numbers: the place that the widest of them take up, in points from the left. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
}

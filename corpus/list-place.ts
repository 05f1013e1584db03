/** Which page of a list a page is, and of how many, by what it prints and by the way to it. Both count from 1. */
export interface ListPlace {
  readonly number: number;
  readonly pages: number;
}

/** Times that a content held of an address was not found there any more, since it was last met. */
export interface Absence {
  /** The first of them, ISO 8601 in UTC. */
  readonly since: string;
  readonly count: number;
}

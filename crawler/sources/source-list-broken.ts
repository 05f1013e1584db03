/** What is wrong with one cell of a source list; `line` counts from 1, `column` is null for the whole line. */
export interface SourceFault {
  readonly line: number;
  readonly column: string | null;
  readonly sentence: string;
}

/** A source list has to be corrected before it is used; the message has a line for every fault. */
export class SourceListBroken extends Error {
  override readonly name = "SourceListBroken";
  readonly faults: readonly SourceFault[];

  constructor(file: string, faults: readonly SourceFault[]) {
    super([`Correct ${file} and try again:`, ...faults.map(formatFault)].join("\n"));
    this.faults = faults;
  }
}

function formatFault({ line, column, sentence }: SourceFault): string {
  return `line ${line}${column === null ? "" : `, ${column}`}: ${sentence}`;
}

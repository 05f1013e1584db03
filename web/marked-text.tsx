import type { Mark } from "../search/search-result.ts";

/** One run of a text, marked or plain. */
interface Run {
  readonly text: string;
  readonly marked: boolean;
}

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** An id for the mark at an offset of a text, for addresses that lead to it. */
export interface MarkId {
  readonly id: string;
  readonly at: number;
}

/** Text with its marks; both come from elsewhere, so everything goes through escaping. */
export function MarkedText({
  text,
  marks,
  named,
}: Props & { readonly named?: MarkId | undefined }) {
  let end = 0;
  return (
    <>
      {splitRuns(text, marks).map((run) => {
        end += run.text.length;
        if (!run.marked) return run.text;
        const isNamed = named && named.at < end && named.at >= end - run.text.length;
        return <mark id={isNamed ? named.id : undefined}>{run.text}</mark>;
      })}
    </>
  );
}

/** The same on one line: a stroke stands where the text goes on in another line, as rows of tables do. */
export function MarkedLine({ text, marks }: Props) {
  return (
    <>
      {splitRuns(text, marks).map((run) => (run.marked ? <mark>{run.text}</mark> : joinLines(run)))}
    </>
  );
}

function joinLines({ text }: Run) {
  const stroke = (
    <span class="line-stroke" aria-hidden="true">
      {"| "}
    </span>
  );
  return text.split("\n").map((line, i) => (i === 0 ? line : [" ", stroke, line]));
}

/** Cuts a text at its marks. Marks may overlap, touch, come unsorted or reach past the end. */
export function splitRuns(text: string, marks: readonly Mark[]): readonly Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const { start, end } of mergeMarks(marks, text.length)) {
    if (start > done) runs.push({ text: text.slice(done, start), marked: false });
    runs.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) runs.push({ text: text.slice(done), marked: false });
  return runs;
}

function mergeMarks(marks: readonly Mark[], length: number): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const end = Math.min(mark.end, length);
    const last = merged.at(-1);
    if (end <= mark.start) continue;
    if (last && mark.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else merged.push({ start: mark.start, end });
  }
  return merged;
}

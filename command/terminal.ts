import { Presets, SingleBar } from "cli-progress";
import pc from "picocolors";

/** Of fewer steps no plain lines are written: nobody waits for them. */
const fewSteps = 10;

/** A long job's progress: a bar on a terminal, a plain line every tenth elsewhere. */
export interface Progress {
  readonly advance: (done: number) => void;
  readonly finish: () => void;
}

interface Streams {
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Where commands write: results on stdout, progress and complaints on stderr. */
export class Terminal {
  readonly #streams: Streams;

  constructor(streams: Streams = { out: process.stdout, err: process.stderr }) {
    this.#streams = streams;
  }

  /** Whether a person sees what is said while it changes. */
  get isLive(): boolean {
    return this.#streams.err.isTTY === true;
  }

  /** Where lines that change are drawn. */
  get live(): NodeJS.WritableStream {
    return this.#streams.err;
  }

  print(line: string): void {
    this.#streams.out.write(`${line}\n`);
  }

  /** A part of a line or several of them, as they are. */
  write(text: string): void {
    this.#streams.out.write(text);
  }

  printJson(value: unknown): void {
    this.print(JSON.stringify(value, null, 2));
  }

  /** A line for the person who waits: not part of the result. */
  say(line: string): void {
    this.#streams.err.write(`${line}\n`);
  }

  complain(line: string): void {
    this.#streams.err.write(`${this.#streams.err.isTTY === true ? pc.red(line) : line}\n`);
  }

  startProgress(label: string, total: number): Progress {
    if (total === 0) return { advance: () => {}, finish: () => {} };
    return this.#streams.err.isTTY === true
      ? startBar(label, total, this.#streams.err)
      : startLines(label, total, (line) => this.say(line));
  }
}

function startBar(label: string, total: number, stream: NodeJS.WritableStream): Progress {
  const bar = new SingleBar(
    { format: `${label} {bar} {value}/{total} · {eta_formatted}`, hideCursor: true, stream },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: (done) => bar.update(done), finish: () => bar.stop() };
}

function startLines(label: string, total: number, say: (line: string) => void): Progress {
  let tenth = 0;
  return {
    advance: (done) => {
      if (total < fewSteps) return;
      const reached = Math.floor((done * 10) / total);
      if (reached > tenth) say(`${label} ${done}/${total}`);
      tenth = reached;
    },
    finish: () => {},
  };
}

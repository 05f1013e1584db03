import { createInterface } from "node:readline/promises";

/** Asks a question that is answered with yes or no; anything but a yes is a no. */
export type AskPerson = (question: string) => Promise<boolean>;

interface AskStreams {
  readonly in: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** A way of asking the person at the terminal; null where there is none. */
export function openAskPerson(
  streams: AskStreams = { in: process.stdin, err: process.stderr },
): AskPerson | null {
  if (streams.in.isTTY !== true || streams.err.isTTY !== true) return null;
  return async (question) => {
    const reader = createInterface({ input: streams.in, output: streams.err });
    const ended = new Promise<string>((resolve) => reader.once("close", () => resolve("")));
    try {
      const answer = await Promise.race([reader.question(`${question} [y/N] `), ended]);
      return /^(?:y|yes|是)$/iu.test(answer.trim());
    } finally {
      reader.close();
    }
  };
}

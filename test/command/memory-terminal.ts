import { Writable } from "node:stream";
import { Terminal } from "../../command/terminal.ts";

/** A terminal that keeps what is written, to look at afterwards. */
export function openMemoryTerminal(): {
  readonly terminal: Terminal;
  readonly read: () => { readonly out: string; readonly err: string };
} {
  const kept = { out: "", err: "" };
  const stream = (name: "out" | "err") =>
    new Writable({
      write(part, _encoding, done) {
        kept[name] += String(part);
        done();
      },
    });
  const terminal = new Terminal({ out: stream("out"), err: stream("err") });
  return { terminal, read: () => ({ ...kept }) };
}

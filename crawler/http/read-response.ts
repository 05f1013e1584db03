import type { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import { describeNetworkError } from "./describe-network-error.ts";
import { buildFailure, FetchFailed } from "./fetch-failed.ts";
import type { ResponseHead } from "./response-head.ts";
import { type BodyFault, ResponseParser } from "./response-parser.ts";

/** An answer as it came. `fault` tells why the body is not what was promised, null where it is. */
export interface RawResponse {
  readonly head: ResponseHead;
  readonly body: Buffer;
  readonly fault: BodyFault | null;
  readonly firstByteMs: number;
  readonly totalMs: number;
}

export interface ReadOptions {
  readonly host: string;
  readonly request: Buffer;
  readonly maxBytes: number;
  readonly firstByteMs: number;
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/** How long is waited for what matters little: more than was declared, the body of a redirect. */
const shortIdleMs = 2000;

/**
 * Sends a request over a socket and reads its answer; the socket is closed afterwards. What came before a fault is kept.
 * Throws FetchFailed `timeout`, `reset` or `bad-response` where no header came, and the signal's reason on abort.
 */
export function readResponse(socket: Socket, options: ReadOptions): Promise<RawResponse> {
  const reading = new ResponseReading(socket, options);
  return reading.run();
}

/** One answer being read: socket, timer and parser together. */
class ResponseReading {
  readonly #socket: Socket;
  readonly #options: ReadOptions;
  readonly #parser: ResponseParser;
  readonly #startedAt = performance.now();
  #firstByteMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #stop: (error: unknown) => void = () => undefined;

  constructor(socket: Socket, options: ReadOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#parser = new ResponseParser(options.maxBytes);
  }

  async run(): Promise<RawResponse> {
    const { signal, firstByteMs, request } = this.#options;
    const abort = (): void => this.#abort(signal.reason);
    try {
      signal.throwIfAborted();
      signal.addEventListener("abort", abort, { once: true });
      await new Promise<void>((resolve, reject) => {
        this.#stop = (error) => (error === null ? resolve() : reject(error));
        this.#listen();
        this.#wait(firstByteMs, "no answer came");
        this.#socket.write(request);
      });
      return this.#build();
    } finally {
      clearTimeout(this.#timer);
      signal.removeEventListener("abort", abort);
      this.#socket.destroy();
    }
  }

  #listen(): void {
    this.#socket.on("data", (bytes: Buffer) => this.#take(bytes));
    this.#socket.on("end", () => this.#end(null));
    this.#socket.on("error", (error) => {
      const failure = describeNetworkError(error, this.#options.host, "response");
      this.#fail(failure, { failure: "reset", words: "the connection was broken off" });
    });
    this.#socket.on("close", () => this.#end(null));
  }

  #take(bytes: Buffer): void {
    const { idleMs } = this.#options;
    if (!this.#parser.hasBegun) this.#firstByteMs = performance.now() - this.#startedAt;
    this.#parser.push(bytes);
    if (this.#parser.isDone) this.#end(null);
    // A header that comes in drops has the time of the first byte.
    else if (this.#parser.head !== null)
      this.#wait(this.#isMinor() ? Math.min(shortIdleMs, idleMs) : idleMs, "no more came");
  }

  #isMinor(): boolean {
    const status = this.#parser.head?.status ?? 0;
    return this.#parser.isSurplus || (status >= 300 && status < 400);
  }

  #wait(ms: number, words: string): void {
    clearTimeout(this.#timer);
    const told = `${words} in ${ms / 1000} s`;
    this.#timer = setTimeout(() => {
      const failure = buildFailure("timeout", `${this.#options.host} did not answer: ${told}.`);
      this.#fail(failure, { failure: "timeout", words: told });
    }, ms);
  }

  /** The answer ends here; without a header there is none. */
  #end(fault: BodyFault | null): void {
    this.#parser.finish(fault);
    const { head, fault: found, hasBegun } = this.#parser;
    if (head !== null) this.#stop(null);
    else if (hasBegun) this.#stop(this.#describe("bad-response", found?.words ?? "it breaks off"));
    else this.#stop(this.#describe("reset", "the connection was closed without one"));
  }

  /** The end of all time is a failure of the host, and what came until then is kept; any other abort is the caller's. */
  #abort(reason: unknown): void {
    const isFailure = reason instanceof FetchFailed;
    this.#fail(reason, isFailure ? { failure: "timeout", words: "it never ends" } : null);
  }

  #fail(error: unknown, fault: BodyFault | null): void {
    if (this.#parser.head !== null && fault !== null) this.#end(fault);
    else this.#stop(error);
  }

  #describe(failure: "bad-response" | "reset", words: string): unknown {
    return buildFailure(
      failure,
      `${this.#options.host} gave no answer that can be read: ${words}.`,
    );
  }

  #build(): RawResponse {
    const { head, fault } = this.#parser;
    if (head === null) throw this.#describe("bad-response", "it breaks off");
    const body =
      fault?.failure === "too-large" ? this.#parser.dropBody() : this.#parser.buildBody();
    const totalMs = performance.now() - this.#startedAt;
    return { head, body, fault, firstByteMs: this.#firstByteMs, totalMs };
  }
}

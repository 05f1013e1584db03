import type { Breaker } from "./breaker.ts";

type Listener = (event: { readonly data: unknown }) => void;

interface OperatorChunk {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/**
 * One end of a channel that joins both halves of pdf.js in this thread. Unlike the one that pdf.js brings, it
 * counts what is drawn and unpacked, and falls silent when the breaker breaks, and it does not clone every glyph.
 */
export class LoopbackPort {
  readonly #listeners = new Set<Listener>();
  readonly #breaker: Breaker;
  #peer: LoopbackPort | null = null;

  constructor(breaker: Breaker) {
    this.#breaker = breaker;
  }

  /** Two joined ends. */
  static createPair(breaker: Breaker): readonly [LoopbackPort, LoopbackPort] {
    const pair = [new LoopbackPort(breaker), new LoopbackPort(breaker)] as const;
    pair[0].#peer = pair[1];
    pair[1].#peer = pair[0];
    return pair;
  }

  postMessage(message: object, transfer?: readonly ArrayBuffer[]): void {
    const data = this.#copy(message, transfer ?? []);
    const peer = this.#peer;
    if (peer) queueMicrotask(() => peer.#deliver(data));
  }

  addEventListener(_type: string, listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  #deliver(data: unknown): void {
    for (const listener of this.#listeners) {
      if (this.#breaker.isBroken) return;
      try {
        listener({ data });
      } catch (error) {
        this.#breaker.fail(error);
      }
    }
  }

  /** The sender reuses the arrays of a chunk of operators, not what they hold; anything else is cloned. */
  #copy(message: object, transfer: readonly ArrayBuffer[]): unknown {
    this.#breaker.countPicture(transfer.reduce((sum, { byteLength }) => sum + byteLength, 0));
    // Nobody hears of it any more: what it holds may go.
    if (this.#breaker.isBroken) return {};
    if (!("chunk" in message) || !isOperatorChunk(message.chunk))
      return structuredClone(message, { transfer: [...transfer] });
    const { chunk } = message;
    this.#breaker.countOperators(chunk.fnArray);
    return {
      ...message,
      chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] },
    };
  }
}

function isOperatorChunk(chunk: unknown): chunk is OperatorChunk {
  return typeof chunk === "object" && chunk !== null && "fnArray" in chunk && "argsArray" in chunk;
}

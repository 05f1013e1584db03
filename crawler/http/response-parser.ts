import { Buffer } from "node:buffer";
import type { FailureCause } from "../../corpus/failure.ts";
import { ChunkedDecoder } from "./chunked-decoder.ts";
import {
  findFraming,
  findHeadEnd,
  type Framing,
  maxHeadBytes,
  parseResponseHead,
  type ResponseHead,
} from "./response-head.ts";

/** Why a body is not what was promised. */
export interface BodyFault {
  readonly failure: Extract<FailureCause, "bad-response" | "reset" | "timeout" | "too-large">;
  readonly words: string;
}

/**
 * Reads an answer from the pieces in which it comes. It is written by hand because node:http ends at the declared
 * length, which portals get wrong in both directions, refuses header lines that browsers take, and loses the bytes that
 * came before such a fault. Nothing throws: `fault` tells what is wrong.
 */
export class ResponseParser {
  readonly #maxBytes: number;
  readonly #decoder = new ChunkedDecoder();
  #pending: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];
  #bytes = 0;
  #head: ResponseHead | null = null;
  #framing: Framing = { kind: "close" };
  #isSurplus = false;
  #isBegun = false;
  #fault: BodyFault | null = null;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get head(): ResponseHead | null {
    return this.#head;
  }

  get fault(): BodyFault | null {
    return this.#fault;
  }

  get hasBegun(): boolean {
    return this.#isBegun;
  }

  /** Whether the host sends more than it declared: the declared length was wrong, what comes belongs to the body. */
  get isSurplus(): boolean {
    return this.#isSurplus;
  }

  /** Whether nothing more is awaited. */
  get isDone(): boolean {
    if (this.#fault !== null) return true;
    if (this.#head === null || this.#isSurplus) return false;
    if (this.#framing.kind === "none") return true;
    if (this.#framing.kind === "length") return this.#bytes >= this.#framing.bytes;
    return this.#framing.kind === "chunked" && this.#decoder.isDone;
  }

  /** The body so far: one copy of the pieces. */
  buildBody(): Buffer {
    return Buffer.concat(this.#parts);
  }

  /** Forgets the body: a file that is too large is not kept. */
  dropBody(): Buffer {
    this.#parts = [];
    return Buffer.alloc(0);
  }

  push(bytes: Buffer): void {
    this.#isBegun ||= bytes.length > 0;
    if (this.#head === null) this.#pushHead(bytes);
    else this.#pushBody(bytes);
  }

  /** Tells that nothing more comes. `broken` says why, where the connection did not end in the regular way. */
  finish(broken: BodyFault | null): void {
    if (this.isDone || this.#isSurplus) return;
    if (this.#head === null || this.#framing.kind !== "close") this.#fault = broken ?? this.#lack();
    else this.#fault = broken;
  }

  #lack(): BodyFault {
    const words =
      this.#framing.kind === "length"
        ? `${this.#bytes} of the ${this.#framing.bytes} bytes declared came`
        : "the answer breaks off";
    return { failure: "bad-response", words };
  }

  #pushHead(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    const start = this.#pending.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    this.#pending = this.#pending.subarray(start === -1 ? this.#pending.length : start);
    const end = findHeadEnd(this.#pending);
    if (end === null || end > maxHeadBytes) {
      this.#checkHead();
      return;
    }
    const head = parseResponseHead(this.#pending.subarray(0, end));
    const rest = this.#pending.subarray(end);
    this.#pending = Buffer.alloc(0);
    if (!head) this.#fault = { failure: "bad-response", words: "the answer is not HTTP" };
    else if (head.status < 200 && head.status !== 101) this.#pushHead(rest);
    else this.#begin(head, rest);
  }

  #checkHead(): void {
    const start = this.#pending.subarray(0, 5).toString("latin1");
    if (!"HTTP/".startsWith(start))
      this.#fault = { failure: "bad-response", words: "the answer is not HTTP" };
    else if (this.#pending.length > maxHeadBytes)
      this.#fault = { failure: "bad-response", words: "the header of the answer has no end" };
  }

  #begin(head: ResponseHead, rest: Buffer): void {
    this.#head = head;
    this.#framing = findFraming(head);
    if (this.#framing.kind === "length" && this.#framing.bytes > this.#maxBytes) {
      const words = `${this.#framing.bytes} bytes are declared, more than the ${this.#maxBytes} that are read`;
      this.#fault = { failure: "too-large", words };
    } else if (rest.length > 0) this.#pushBody(rest);
  }

  #pushBody(bytes: Buffer): void {
    if (this.isDone) return;
    if (this.#framing.kind === "chunked") {
      this.#add(this.#decoder.push(bytes));
      const words = this.#decoder.fault;
      if (words !== null && this.#fault === null) this.#fault = { failure: "bad-response", words };
      return;
    }
    const open = this.#framing.kind === "length" ? this.#framing.bytes - this.#bytes : Infinity;
    const surplus = bytes.subarray(open);
    const isMore = !this.#isSurplus && surplus.length > 0 && isContent(surplus);
    this.#isSurplus ||= isMore;
    this.#add(this.#isSurplus ? bytes : bytes.subarray(0, open));
  }

  #add(part: Buffer): void {
    this.#bytes += part.length;
    this.#parts.push(part);
    if (this.#bytes <= this.#maxBytes) return;
    this.#parts = [];
    this.#fault = {
      failure: "too-large",
      words: `more than the ${this.#maxBytes} bytes came that are read`,
    };
  }
}

/** Whether what follows a body belongs to it: some servers send blank lines, some the next answer. */
function isContent(surplus: Buffer): boolean {
  const start = surplus.subarray(0, 64).toString("latin1");
  return !/^\s*$|^\s*HTTP\/1/u.test(start);
}

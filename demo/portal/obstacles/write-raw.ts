import { Buffer } from "node:buffer";
import { once } from "node:events";
import type { Socket } from "node:net";
import type { RawAnswer } from "../portal.ts";

/** A head of HTTP in these lines. */
export function buildHead(status: string, fields: readonly string[]): Buffer {
  return Buffer.from(`HTTP/1.1 ${status}\r\n${fields.map((field) => `${field}\r\n`).join("")}\r\n`);
}

/** Writes these bytes and ends the connection in the regular way. */
export function writeRaw(...parts: readonly (Uint8Array | string)[]): RawAnswer {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return { write: (socket) => void socket.end(bytes) };
}

/** Never says a word. */
export const silence: RawAnswer = { write: () => undefined };

/** Writes these bytes and resets the connection once they are out. */
export function writeThenReset(...parts: readonly (Uint8Array | string)[]): RawAnswer {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return {
    // A reset that comes at once takes with it what the other side has not read yet.
    write: (socket) =>
      void socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 50)),
  };
}

/** Writes one part over and over, at most `count` times, as fast as it is read; then ends the connection. */
export function writeOver(head: Uint8Array, part: Uint8Array, count: number): RawAnswer {
  return {
    write: async (socket) => {
      socket.write(head);
      for (let at = 0; at < count && !socket.destroyed; at++)
        if (!socket.write(part)) await waitForRoom(socket);
      socket.end();
    },
  };
}

async function waitForRoom(socket: Socket): Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  try {
    await Promise.race(["drain", "close"].map((event) => once(socket, event, { signal })));
  } catch (error) {
    // Whoever went away wants no more.
    if (!socket.destroyed) throw error;
  } finally {
    ending.abort();
  }
}

import { connect, type Socket } from "node:net";

/** Hands all that comes over a socket on to a port of 127.0.0.1, and back. */
export function pipeTo(socket: Socket, port: number): void {
  const other = connect(port, "127.0.0.1");
  // A reset on one side is one on the other: an end in its place would be another fault.
  socket.on("error", () => other.resetAndDestroy());
  other.on("error", () => socket.resetAndDestroy());
  socket.on("close", () => other.destroy());
  socket.pipe(other).pipe(socket);
}

import { connect, type Socket } from "node:net";

/** Hands all that comes over a socket on to a port of 127.0.0.1, and back. */
export function pipeTo(socket: Socket, port: number): void {
  const other = connect(port, "127.0.0.1");
  socket.on("error", () => other.destroy());
  other.on("error", () => socket.destroy());
  // A reset on one side is one on the other.
  other.on("close", (isBroken) => isBroken && socket.destroy());
  socket.on("close", () => other.destroy());
  socket.pipe(other).pipe(socket);
}

import { once } from "node:events";
import type { Server, Socket } from "node:net";

/** A server that listens; `close` ends its connections too. */
export interface OpenServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Makes a server listen on a free port of an address of this machine. Throws where it cannot. */
export async function listenOn(server: Server, address: "127.0.0.1" | "::1"): Promise<OpenServer> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, address);
  await once(server, "listening");
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) throw new Error("The server has no port.");
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { port: bound.port, close };
}

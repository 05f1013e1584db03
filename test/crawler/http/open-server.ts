import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** What came in: the first line, the fields by lower-case name, the body. */
export interface HeardRequest {
  readonly line: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server of raw bytes on loopback, with what it heard. */
export interface RawServer {
  readonly port: number;
  readonly heard: readonly HeardRequest[];
  readonly close: () => Promise<void>;
}

/** Answers each request with these bytes and closes, or does with the socket as it likes. */
export type RawAnswer = (
  request: HeardRequest,
  socket: Socket,
) => string | Uint8Array | null | Promise<null>;

export async function openRawServer(answer: RawAnswer, host = "127.0.0.1"): Promise<RawServer> {
  const heard: HeardRequest[] = [];
  const server = createServer((socket) => takeRequest(socket, { heard, answer }));
  return { ...(await listen(server, host)), heard };
}

/** Reads one request from a socket and answers it. */
export function takeRequest(
  socket: Socket,
  { heard, answer }: { readonly heard: HeardRequest[]; readonly answer: RawAnswer },
): void {
  let bytes = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("data", (part: Buffer) => {
    bytes = Buffer.concat([bytes, part]);
    const request = parseRequest(bytes);
    if (!request) return;
    bytes = Buffer.alloc(0);
    heard.push(request);
    const given = answer(request, socket);
    if (given === null || given instanceof Promise) return;
    socket.end(typeof given === "string" ? Buffer.from(given, "utf8") : given);
  });
}

function parseRequest(bytes: Buffer): HeardRequest | null {
  const text = bytes.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  if (end === -1) return null;
  const [line = "", ...fields] = text.slice(0, end).split("\r\n");
  const headers = Object.fromEntries(
    fields.map((field) => {
      const colon = field.indexOf(":");
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
    }),
  );
  const body = bytes.subarray(end + 4);
  if (body.length < Number(headers["content-length"] ?? 0)) return null;
  const [method = "", path = ""] = line.split(" ");
  return { line, method, path, headers, body: body.toString("utf8") };
}

/** Makes a server listen on a free port; `close` ends its connections too. */
export async function listen(
  server: Server,
  host = "127.0.0.1",
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, "listening");
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { port: (server.address() as AddressInfo).port, close };
}

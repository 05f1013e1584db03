import { connect } from "node:net";

/** What came over a socket, headers by lower-case name. `error` is the code that the connection broke with. */
export interface SocketReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly error: string | null;
}

export interface SocketQuestion {
  readonly port: number;
  readonly url: string;
  readonly fields?: readonly string[];
  /** So many bytes are read, then the socket is closed. */
  readonly most?: number;
}

/** Asks with a plain socket and gives what came, byte for byte. */
export async function askBySocket(question: SocketQuestion): Promise<SocketReply> {
  const { port, url, fields = [], most = Number.POSITIVE_INFINITY } = question;
  const { host, pathname, search } = new URL(url);
  const socket = connect(port, "127.0.0.1");
  const parts: Buffer[] = [];
  let length = 0;
  let error: string | null = null;
  socket.on("error", (fault) => {
    error = "code" in fault ? String(fault.code) : fault.message;
  });
  socket.on("data", (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
    if (length >= most) socket.destroy();
  });
  const lines = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, "Connection: close"];
  socket.write([...lines, ...fields, "", ""].join("\r\n"));
  await new Promise((resolve) => socket.once("close", resolve));
  return { ...readReply(Buffer.concat(parts)), error };
}

function readReply(bytes: Buffer): Omit<SocketReply, "error"> {
  const end = Math.max(0, bytes.indexOf("\r\n\r\n"));
  const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const status = Number(first.split(" ")[1] ?? 0);
  return { status, headers: Object.fromEntries(headers), body: bytes.subarray(end + 4) };
}

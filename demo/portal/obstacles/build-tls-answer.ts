import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { pipeTo } from "./pipe-to.ts";

/** What a listener of TLS does with a connection: hands it on to the portal, or sends each request back to HTTP. */
export function buildTlsAnswer(
  answers: "portal" | "to-http",
  httpPort: () => number,
): (socket: TLSSocket) => void {
  return (socket) => {
    if (answers === "portal") pipeTo(socket, httpPort());
    else sendToHttp(socket);
  };
}

const longestHead = 65_536;

function sendToHttp(socket: Socket): void {
  let head = "";
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes: Buffer) => {
    head += bytes.toString("latin1");
    if (!head.includes("\r\n\r\n") && head.length < longestHead) return;
    const path = /^\w+ (\S+)/u.exec(head)?.[1] ?? "/";
    const host = /^host:\s*(\S+)/imu.exec(head)?.[1] ?? "";
    head = "";
    const fields = [`Location: http://${host}${path}`, "Content-Length: 0", "Connection: close"];
    socket.end(`HTTP/1.1 301 Moved Permanently\r\n${fields.join("\r\n")}\r\n\r\n`);
  });
}

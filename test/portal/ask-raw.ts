import { connect } from "node:net";

/** Sends these bytes to a port of this machine and gives all that comes until the other side ends, one character a byte. */
export async function askRaw(port: number, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(words, "latin1"));
    socket.setEncoding("latin1");
    socket.on("data", (part) => (answer += String(part)));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}

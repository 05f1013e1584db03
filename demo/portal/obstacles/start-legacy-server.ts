import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { listenOn, type OpenServer } from "./listen-on.ts";
import type { Certificate } from "./open-certificate-maker.ts";

const program = "gnutls-serv";

/** Whether the program is installed that serves TLS without secure renegotiation, as OpenSSL cannot. */
export function canServeLegacy(): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Starts it with a page of its own, and waits until it listens. Throws where it ends before. */
export async function startLegacyServer({ keyFile, certFile }: Certificate): Promise<OpenServer> {
  const port = await findPort();
  const priority = "NORMAL:%DISABLE_SAFE_RENEGOTIATION:-VERS-TLS1.3";
  const files = ["--x509keyfile", keyFile, "--x509certfile", certFile];
  const child = spawn(
    program,
    ["--http", "--port", String(port), "--priority", priority, ...files],
    { stdio: "ignore" },
  );
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  child.on("error", () => undefined);
  while (!(await canConnect(port))) {
    if (isOver()) throw new Error(`${program} ended before it listened on port ${port}.`);
    await sleep(50);
  }
  const close = async (): Promise<void> => {
    child.kill();
    if (!isOver()) await once(child, "exit");
  };
  return { port, close };
}

async function findPort(): Promise<number> {
  const server = await listenOn(createServer(), "127.0.0.1");
  await server.close();
  return server.port;
}

async function canConnect(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

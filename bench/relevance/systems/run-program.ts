import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A program that could not do what it was started for; the message carries what it said. */
export class ProgramFailed extends Error {
  override readonly name = "ProgramFailed";
}

export interface ProgramOptions {
  readonly uid?: number;
  readonly gid?: number;
}

/** Runs a program to its end and returns what it printed. @throws ProgramFailed */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> {
  const child = spawn(program, args, { ...options, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
  const printed: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  const output = Buffer.concat(printed).toString("utf8");
  if (code !== 0) throw new ProgramFailed(`${program} ended with ${code}: ${output.slice(-500)}`);
  return output;
}

/** Starts a server that goes on until `stopServer`. */
export function startServer(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): ChildProcess {
  return spawn(program, args, { ...options, cwd: "/", stdio: "ignore" });
}

/** Asks a server that this process started to end, and waits until it has. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
}

/** A port of the loopback interface that nobody uses now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string")
    throw new TypeError("A TCP server has no port.");
  return address.port;
}

import pino from "pino";
import { createApp } from "../server/app.ts";
import { buildAppDeps } from "../server/build-app-deps.ts";
import { type StartedServer, startServer } from "../server/main.ts";
import { openViewer } from "../viewer/main.ts";
import type { CommandContext } from "./command.ts";
import type { Parts } from "./open-parts.ts";

/** Starts the server of the settings on these parts and says where it listens. */
export async function startApp(parts: Parts, context: CommandContext): Promise<StartedServer> {
  const { host, port, logLevel } = context.config;
  const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: false }));
  const viewer = openViewer();
  const app = createApp(buildAppDeps({ ...parts, viewer, log }));
  const server = await startServer({ host, port, app });
  context.terminal.print(`listening on ${server.url}`);
  const close = async (): Promise<void> => {
    await server.close();
    await viewer.close();
  };
  return { ...server, close };
}

/** Resolves when the person or the system asks the program to stop. */
export async function waitForStop(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise<void>((resolve) =>
    stop.addEventListener("abort", () => resolve(), { once: true }),
  );
}

import pino from "pino";
import { createApp } from "../server/app.ts";
import { loadAdminToken } from "../server/auth/load-admin-token.ts";
import { buildAppDeps, type ServedSearch } from "../server/build-app-deps.ts";
import { type StartedServer, startServer } from "../server/main.ts";
import { openViewer } from "../viewer/main.ts";
import type { CommandContext } from "./command.ts";
import type { HeldParts } from "./open-parts.ts";

/** Whoever opened them closes them. */
interface ServedParts extends HeldParts {
  readonly search: ServedSearch;
}

/** Starts the server of the settings on these parts. */
export async function startApp(
  parts: ServedParts,
  context: CommandContext,
): Promise<StartedServer> {
  const { host, port, logLevel, dataFolder } = context.config;
  const admin = loadAdminToken(dataFolder, context.config.adminToken);
  // Before anything that may fail: a token that was made is shown only by the start that made it.
  if (admin.file !== null)
    context.terminal.say(
      admin.made
        ? `Admin token for the page /sources, shown only this once and kept in ${admin.file}: ${admin.token}`
        : `The admin token for the page /sources is kept in ${admin.file}.`,
    );
  const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: false }));
  const viewer = openViewer();
  const hasContact = context.config.crawlContact !== undefined;
  const deps = buildAppDeps({ ...parts, viewer, log, adminToken: admin.token, hasContact });
  const server = await startServer({ host, port, app: createApp(deps) });

  const close = async (): Promise<void> => {
    await deps.progress.close();
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

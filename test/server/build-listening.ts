import { createApp } from "../../server/app.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { buildDeps } from "./fixtures.ts";

/** An app that keeps what it was asked to do. */
export function buildListening(changes: Partial<AppDeps> = {}) {
  const asked: string[] = [];
  const deps = buildDeps({
    direct: async (id, action) => {
      asked.push(`${action} ${id}`);
      return true;
    },
    ...changes,
  });
  return { asked, app: createApp(deps) };
}

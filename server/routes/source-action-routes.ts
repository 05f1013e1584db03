import { sourceStateSchema } from "../../corpus/source-state.ts";
import { type SourceAction, sourceActions } from "../app-deps.ts";
import { directSource, leadsToCrawl } from "../direct-source.ts";
import { readSourceId } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";

const summaries: Readonly<Record<SourceAction, string>> = {
  run: "Crawl a source as soon as a worker is free",
  pause: "Keep workers from a source; a crawl under way ends",
  resume: "Let workers have a source again; a crawl that was stopped goes on",
  reopen: "Let the stopped hosts of a source be asked again, after a person has looked at them",
};

/** One route for each thing that can be asked for. */
export const sourceActionRoutes: readonly ApiRoute[] = sourceActions.map((action) => ({
  method: "post",
  path: `/api/sources/:id/${action}`,
  id: `${action}Source`,
  summary: summaries[action],
  notes: { id: "Id of the source" },
  answer: sourceStateSchema,
  problems: [
    "unauthorized",
    "forbidden",
    "not_found",
    ...(action === "run" ? (["source_paused"] as const) : []),
    ...(leadsToCrawl(action) ? (["contact_missing"] as const) : []),
  ],
  handle: async (c, deps) => {
    deps.gate.requireAdmin(c);
    c.header("Cache-Control", "no-store");
    return c.json(await directSource(deps, readSourceId(c), action));
  },
}));

import type { SourceState } from "../corpus/source-state.ts";
import type { AppDeps, SourceAction } from "./app-deps.ts";
import { RequestRefused } from "./problem.ts";
import { requireFound } from "./read-request.ts";

/** Does what a person asks with a source, and returns how it is doing then. Throws RequestRefused. */
export async function directSource(
  deps: Pick<AppDeps, "direct" | "loadSource">,
  id: string,
  action: SourceAction,
): Promise<SourceState> {
  const before = requireFound(await deps.loadSource(id));
  if (action === "run" && before.source.paused) throw new RequestRefused("source_paused");
  await deps.direct(id, action);
  return requireFound(await deps.loadSource(id)).source;
}

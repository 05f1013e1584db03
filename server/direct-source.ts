import { isStranger } from "../corpus/is-stranger.ts";
import type { SourceState } from "../corpus/source-state.ts";
import type { AppDeps, SourceAction } from "./app-deps.ts";
import { RequestRefused } from "./problem.ts";
import { requireFound } from "./read-request.ts";

/** Whether what was asked for makes the crawler ask a source's hosts: all but a pause. */
export function leadsToCrawl(action: SourceAction): boolean {
  return action !== "pause";
}

/** Does what a person asks with a source, and returns how it is doing then. Throws RequestRefused. */
export async function directSource(
  deps: Pick<AppDeps, "direct" | "loadSource" | "hasContact">,
  id: string,
  action: SourceAction,
): Promise<SourceState> {
  const { source } = requireFound(await deps.loadSource(id));
  if (action === "run" && source.paused) throw new RequestRefused("source_paused");
  if (leadsToCrawl(action) && isStranger(source) && !deps.hasContact)
    throw new RequestRefused("contact_missing");
  await deps.direct(id, action);
  return requireFound(await deps.loadSource(id)).source;
}

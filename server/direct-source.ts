import { isOwnHost } from "../corpus/is-own-host.ts";
import type { SourceState } from "../corpus/source-state.ts";
import type { AppDeps, SourceAction } from "./app-deps.ts";
import { RequestRefused } from "./problem.ts";
import { requireFound } from "./read-request.ts";

/** Does what a person asks with a source, and returns how it is doing then. Throws RequestRefused. */
export async function directSource(
  deps: Pick<AppDeps, "direct" | "loadSource" | "hasContact">,
  id: string,
  action: SourceAction,
): Promise<SourceState> {
  const { source } = requireFound(await deps.loadSource(id));
  if (action === "run") {
    if (source.paused) throw new RequestRefused("source_paused");
    const isStranger = source.origin !== "demo" && !isOwnHost(source.entry);
    if (isStranger && !deps.hasContact) throw new RequestRefused("contact_missing");
  }
  await deps.direct(id, action);
  return requireFound(await deps.loadSource(id)).source;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Health } from "./app-deps.ts";

/** The parts that are looked after. Any of these may fail or never answer. */
export interface HealthParts {
  readonly isEngineHealthy: () => Promise<boolean>;
  readonly countSections: () => Promise<number>;
  readonly countReports: () => Promise<number>;
}

/** In milliseconds: who watches us waits no longer, and a part that needs more is of no use to readers. */
const patience = 2_000;

/** Whether engine and store answer now: told within two seconds, however much hangs. */
export async function checkHealth(parts: HealthParts, limit = patience): Promise<Health> {
  const waiting = new AbortController();
  const over = sleep(limit, null, { signal: waiting.signal }).catch(() => null);
  const ask = <T>(answer: Promise<T>) => Promise.race([answer.catch(() => null), over]);
  const [sections, reports] = await Promise.all([
    ask(countHealthy(parts)),
    ask(parts.countReports()),
  ]);
  waiting.abort();
  return {
    engine: sections === null ? "unavailable" : "ok",
    store: reports === null ? "unavailable" : "ok",
    reports: reports ?? 0,
    sections: sections ?? 0,
  };
}

/** How many sections a healthy engine holds, 0 where it does not say; null where it is not healthy. */
async function countHealthy(parts: HealthParts): Promise<number | null> {
  return (await parts.isEngineHealthy()) ? parts.countSections().catch(() => 0) : null;
}

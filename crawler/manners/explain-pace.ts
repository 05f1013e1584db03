import { computeDelay, type Pace, type PaceBounds, politePace } from "./compute-delay.ts";
import { type HostProfile, untilLookedAt } from "./judge-host.ts";

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** Why a host waits, for the log and the terminal; null where it may be asked now. `now` is in milliseconds since 1970. */
export function explainPace(
  host: HostProfile & { readonly name: string },
  pace: Pace & { readonly bounds?: PaceBounds },
  now: number,
): string | null {
  const because = host.reason === null ? "" : `: ${host.reason}`;
  if (host.readyAt === untilLookedAt)
    return `${host.name} is not asked again until a person has looked${because}`;
  const [closedMs, pausedMs] = [host.readyAt, host.pacedUntil].map((at) => Date.parse(at) - now);
  if (closedMs !== undefined && closedMs > 0)
    return `${host.name} ${nameWait(host)} ${formatWait(closedMs)}${because}`;
  if (pausedMs === undefined || pausedMs <= 0) return null;
  return `${host.name} is asked again in ${formatWait(pausedMs)}: ${explainPause(pace)}`;
}

function nameWait({ state, failures }: HostProfile): string {
  if (state === "challenged") return "wants proof of a person and is left alone for";
  return failures > 1
    ? `failed ${failures} times in a row and is left alone for`
    : "is left alone for";
}

function explainPause({
  crawlDelayMs,
  responseMs,
  bounds = politePace,
}: Parameters<typeof explainPace>[1]): string {
  const ownMs = computeDelay({ crawlDelayMs: null, responseMs }, bounds);
  if (crawlDelayMs !== null && crawlDelayMs >= ownMs)
    return `its robots.txt asks for ${formatWait(crawlDelayMs)} between requests`;
  if (responseMs === null || ownMs <= bounds.leastMs)
    return `no host is asked more often than every ${formatWait(bounds.leastMs)}`;
  return `it takes ${formatWait(responseMs)} to answer`;
}

/** `1 d 4 h`, `12 min`, `3.5 s`, `40 ms`: the two largest units that tell something. */
function formatWait(ms: number): string {
  if (ms < 1_000) return `${Math.ceil(ms)} ms`;
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`;
  const at = units.findIndex(([, size]) => ms >= size);
  const [unit, size] = units[at] ?? units[3];
  const rest = units[at + 1];
  const whole = Math.floor(ms / size);
  const part = rest === undefined ? 0 : Math.floor((ms - whole * size) / rest[1]);
  return part === 0 || rest === undefined
    ? `${whole} ${unit}`
    : `${whole} ${unit} ${part} ${rest[0]}`;
}

import type { Selectable } from "kysely";
import type { HostRecord, HostState } from "../../frontier.ts";
import type { HostTable } from "../crawl-tables.ts";

/** Before every time that is told. */
const never = "1970-01-01T00:00:00.000Z";

/** A host that was never asked: it waits for nothing. */
export const newHostRow = {
  state: "open",
  ready_at: never,
  paced_until: never,
  lease_until: never,
} as const;

export function readHost(row: Selectable<HostTable>): HostRecord {
  return {
    name: row.name,
    state: row.state as HostState,
    reason: row.reason,
    readyAt: row.ready_at,
    pacedUntil: row.paced_until,
    responseMs: row.response_ms,
    failures: row.failures,
    trips: row.trips,
    ip: row.ip,
    habits: row.habits,
    robots: row.robots,
  };
}

/** The columns of what is known of a host; who leases it is another matter. */
export function buildHostRow(host: HostRecord) {
  return {
    state: host.state,
    reason: host.reason,
    ready_at: host.readyAt,
    paced_until: host.pacedUntil,
    response_ms: host.responseMs,
    failures: host.failures,
    trips: host.trips,
    ip: host.ip,
    habits: host.habits,
    robots: host.robots,
  };
}

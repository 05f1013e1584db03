import type { Selectable } from "kysely";
import type { HostRecord, HostState } from "../../frontier.ts";
import type { HostTable } from "../schema.ts";

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

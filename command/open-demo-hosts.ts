import { type HostResolver, resolveHost } from "../crawler/http/resolve-host.ts";
import { buildDemoPortals } from "../demo/portal/demo-portals.ts";
import { type RunningPortals, startPortals, UnknownHost } from "../demo/portal/start-portals.ts";

/** Where the hosts of the demo are found. */
export interface DemoHosts {
  readonly resolve: HostResolver;
  readonly close: () => Promise<void>;
}

/** The portals of the demo, served by this process from the first question for a host on; others are the system's. */
export function openDemoHosts(): DemoHosts {
  const started: { portals: Promise<RunningPortals> | null } = { portals: null };
  return {
    resolve: async (host, port) => {
      started.portals ??= startPortals(buildDemoPortals());
      const portals = await started.portals;
      try {
        return await portals.resolve(host, port);
      } catch (error) {
        if (!(error instanceof UnknownHost)) throw error;
        return resolveHost(host);
      }
    },
    close: async () => {
      const portals = await started.portals?.catch(() => null);
      await portals?.close();
    },
  };
}

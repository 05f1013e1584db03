import { buildObstacles, type GivenParameters } from "../../demo/portal/obstacles/main.ts";
import type { Obstacle } from "../../demo/portal/obstacles/obstacle.ts";
import { startPortals } from "../../demo/portal/start-portals.ts";
import { askBySocket, type SocketQuestion, type SocketReply } from "./ask-by-socket.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** Obstacles that are served, to be asked with plain sockets. */
export interface OpenObstacles {
  readonly port: number;
  readonly clock: VirtualClock;
  readonly find: (key: string) => Obstacle;
  /** Asks for a path of an obstacle's host; for its column where none is named. */
  readonly ask: (
    key: string,
    path?: string,
    given?: Partial<SocketQuestion>,
  ) => Promise<SocketReply>;
  readonly close: () => Promise<void>;
}

/** The newest report of every obstacle. */
export const newest = "/zwgk/nb/202401/t20240120_1003.html";

/** Serves all obstacles; the list that an ETag hides grows a minute after the start. */
export async function openObstacles(given: Partial<GivenParameters> = {}): Promise<OpenObstacles> {
  const clock = new VirtualClock();
  const hiddenUntil = clock.now() + 60_000;
  const obstacles = buildObstacles({ seed: 9, retryAfterSeconds: 2, hiddenUntil, ...given });
  const portals = obstacles.map(({ portal }) => portal);
  const { httpPort: port, close } = await startPortals(portals, { clock: clock.now });
  return {
    port,
    clock,
    find: (key) => {
      const obstacle = obstacles.find((one) => one.key === key);
      if (!obstacle) throw new Error(`There is no obstacle ${key}.`);
      return obstacle;
    },
    ask: (key, path = "/zwgk/nb/", question = {}) => {
      const url = new URL(path, `http://www.${key}.gov.test`).href;
      return askBySocket({ port, url, ...question });
    },
    close,
  };
}

/** The addresses that a page links, as they stand in it. */
export function listLinks({ body }: Pick<SocketReply, "body">): readonly string[] {
  return [...body.toString().matchAll(/href="([^"]+)"/gu)].map(([, href = ""]) => href);
}

import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export interface StartedServer {
  readonly url: string;
  /** Takes no new connection, lets answers under way finish, and then ends. */
  readonly close: () => Promise<void>;
}

/** The port or the address cannot be had: another program holds it, or it is not ours. */
export class PortUnavailable extends Error {
  override readonly name = "PortUnavailable";
}

/** Room for an address with a query too long to be answered, so that it is refused in our own words. */
const maxHeaderSize = 256 * 1024;

/** Opens a port and serves the app on it. Port 0 takes a free one. Throws PortUnavailable. */
export async function startServer(options: {
  readonly host: string;
  readonly port: number;
  readonly app: Hono;
}): Promise<StartedServer> {
  const { host, port, app } = options;
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { maxHeaderSize } });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => {
      const reason = `Cannot listen on ${host}:${port}: choose another with GONGKAI_HOST and GONGKAI_PORT.`;
      reject(new PortUnavailable(reason, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const { address, port: actual, family } = server.address() as AddressInfo;
  const name = family === "IPv6" ? `[${address}]` : address;
  return { url: `http://${name}:${actual}`, close: () => closeServer(server) };
}

/** How long answers under way may take before their connections are cut. Milliseconds. */
const closePatience = 3_000;

function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = () => "closeAllConnections" in server && server.closeAllConnections();
    const timer = setTimeout(cut, closePatience);
    server.close((error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}

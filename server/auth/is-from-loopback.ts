import { isIP } from "node:net";
import type { Context } from "hono";
import { z } from "zod";

/** Whoever passes a request on names itself in one of these. */
const forwarding =
  /^(?:x-forwarded(?:-.*)?|forwarded|via|x-real-ip|(?:.*-)?(?:client|connecting)-ip)$/u;

const environmentSchema = z.object({
  incoming: z.object({
    socket: z.object({ remoteAddress: z.string() }),
    httpVersion: z.string().optional(),
  }),
});

/**
 * Whether a program or browser on this machine asks for this machine by name: the connection comes from it, nobody
 * passed it on, and the Host is a name of it, so that no stranger's name that leads here reads with a browser's eyes.
 */
export function isFromLoopback(c: Context): boolean {
  const environment = environmentSchema.safeParse(c.env);
  if (!environment.success) return false;
  if (Object.keys(c.req.header()).some((name) => forwarding.test(name))) return false;
  const { socket, httpVersion } = environment.data.incoming;
  // Browsers have not spoken it for decades; proxies that name themselves in no header still do.
  if (httpVersion === "1.0") return false;
  const { remoteAddress } = socket;
  return isLoopbackAddress(remoteAddress) && isLoopbackName(new URL(c.req.url).hostname);
}

function isLoopbackName(name: string): boolean {
  return name === "localhost" || isLoopbackAddress(name.replace(/^\[|\]$/g, ""));
}

function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, "");
  return plain === "::1" || (isIP(plain) === 4 && plain.startsWith("127."));
}

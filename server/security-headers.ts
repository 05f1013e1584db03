import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * Pages run only our own scripts and styles, by address, never inline. A handler that sets a stricter
 * policy itself keeps it. Strict-Transport-Security is left to whoever puts TLS in front.
 */
export function setSecurityHeaders(): MiddlewareHandler {
  return secureHeaders({
    overwrite: false,
    strictTransportSecurity: false,
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
}

/**
 * For archived bytes of other people: no script, no request, no form, an origin of their own.
 * Their own styles may lay them out; they can load nothing with them.
 */
export const originalPolicy = buildOriginalPolicy("'none'");

/** The same for an original as we show it, which stands in a frame of our own page. */
export const framedPolicy = buildOriginalPolicy("'self'");

function buildOriginalPolicy(ancestors: "'none'" | "'self'"): string {
  return `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors ${ancestors}`;
}

import { constants } from "node:crypto";
import type { ConnectionOptions } from "node:tls";
import type { TlsProfile } from "./exchange.ts";

/** How each step of the ladder speaks TLS. Certificates are judged by `describeCertificateFault`, never refused. */
export function buildTlsOptions(profile: TlsProfile): ConnectionOptions {
  if (profile === "strict") return { ALPNProtocols: ["http/1.1"] };
  const secureOptions = constants.SSL_OP_LEGACY_SERVER_CONNECT;
  if (profile === "legacy") return { ALPNProtocols: ["http/1.1"], secureOptions };
  return { secureOptions, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0", minDHSize: 512 };
}

const needsLegacy = /unsafe[_ ]legacy[_ ]renegotiation/iu;
const needsOld = new RegExp(
  [
    "unsupported[_ ]protocol",
    "protocol[_ ]version",
    "version[_ ]too[_ ]low",
    "handshake[_ ]failure",
    "insufficient[_ ]security",
    "(?:dh|ee|ca)[_ ]key[_ ]too[_ ]small",
    "DH_PARAM_SIZE",
    "md[_ ]too[_ ]weak",
    "no[_ ](?:shared[_ ]cipher|ciphers[_ ]available)",
    "(?:wrong|legacy|illegal)[_ ]sig",
    "unknown[_ ]cipher",
    "cipher[_ ]mismatch",
    "alert[_ ]internal[_ ]error",
    // Old machines hang up on a greeting that they do not know.
    "ECONNRESET",
    "ECONNABORTED",
    "disconnected before secure",
  ].join("|"),
  "iu",
);

/**
 * The next step after a failed handshake, null where none would help. A remembered step that fails leads back to the
 * strict one: the host may have been renewed.
 */
export function findNextProfile(error: Error, tried: readonly TlsProfile[]): TlsProfile | null {
  const told = `${readCode(error)} ${error.message}`;
  const wanted = needsLegacy.test(told) ? "legacy" : needsOld.test(told) ? "old" : "strict";
  const open: readonly TlsProfile[] = [wanted, "strict"];
  return open.find((profile) => !tried.includes(profile)) ?? null;
}

const faults: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "the certificate has expired",
  CERT_NOT_YET_VALID: "the certificate is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another name",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate's chain ends in an unknown authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificate's chain is incomplete",
  UNABLE_TO_GET_ISSUER_CERT: "the certificate's chain is incomplete",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the certificate is from an unknown authority",
  CERT_REVOKED: "the certificate has been revoked",
};

/** What is wrong with a certificate, by `authorizationError` of node:tls, which is a code or an error. */
export function describeCertificateFault(fault: unknown): string | null {
  if (fault === null || fault === undefined) return null;
  const code = fault instanceof Error ? readCode(fault) : typeof fault === "string" ? fault : "";
  return faults[code] ?? `the certificate cannot be relied on (${code})`;
}

/** The code of an error of node, empty where it has none. */
export function readCode(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

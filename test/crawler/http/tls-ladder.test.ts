import { describe, expect, it } from "vitest";
import { describeCertificateFault, findNextProfile } from "../../../crawler/http/tls-ladder.ts";

function buildError(code: string, message = ""): Error {
  return Object.assign(new Error(message), { code });
}

describe("the next step of the ladder", () => {
  it.each([
    ["ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED", "legacy"],
    ["ERR_SSL_UNSUPPORTED_PROTOCOL", "old"],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "old"],
    ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "old"],
    ["ERR_SSL_DH_KEY_TOO_SMALL", "old"],
    ["ERR_TLS_DH_PARAM_SIZE", "old"],
    ["ERR_SSL_WRONG_SIGNATURE_TYPE", "old"],
    ["ECONNRESET", "old"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", null],
    ["ERR_SSL_PACKET_LENGTH_TOO_LONG", null],
    ["EPROTO", null],
  ])("after %s is %s", (code, next) => {
    expect(findNextProfile(buildError(code), ["strict"])).toBe(next);
  });

  it("is never one that was tried, and the strict one after a remembered one", () => {
    const reset = buildError("ECONNRESET");
    expect(findNextProfile(reset, ["strict", "old"])).toBeNull();
    expect(findNextProfile(reset, ["old"])).toBe("strict");
    expect(findNextProfile(reset, ["legacy"])).toBe("old");
    expect(findNextProfile(buildError("ERR_SSL_ANYTHING"), ["legacy"])).toBe("strict");
    const words =
      "write EPROTO 0:error:0A000152:SSL routines::unsafe legacy renegotiation disabled";
    expect(findNextProfile(buildError("EPROTO", words), ["strict"])).toBe("legacy");
  });
});

describe("certificates", () => {
  it("are described by the code of their fault", () => {
    expect(describeCertificateFault(null)).toBeNull();
    expect(describeCertificateFault("CERT_HAS_EXPIRED")).toBe("the certificate has expired");
    expect(describeCertificateFault(buildError("CERT_REVOKED"))).toBe(
      "the certificate has been revoked",
    );
    expect(describeCertificateFault("EE_KEY_TOO_SMALL")).toContain("EE_KEY_TOO_SMALL");
  });
});

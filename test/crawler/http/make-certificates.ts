import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A key and a certificate, as PEM and as files. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly keyFile: string;
  readonly certFile: string;
}

export interface Certificates {
  readonly folder: string;
  /** The certificate of the authority that signed the others. */
  readonly authority: string;
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly otherName: Certificate;
  readonly selfSigned: Certificate;
}

const name = "www.qingshan.gov.test";

/** Makes an authority and certificates of it in a new folder, by openssl. The caller removes the folder. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-tls-"));
  const file = (part: string): string => join(folder, part);
  const openssl = (args: readonly string[]): void => {
    execFileSync("openssl", args, { stdio: "ignore" });
  };
  const signSelf = (part: string, subject: string): void =>
    openssl([
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-subj",
      `/CN=${subject}`,
      "-keyout",
      file(`${part}.key`),
      "-out",
      file(`${part}.pem`),
    ]);
  const sign = (part: string, subject: string, days: number): Certificate => {
    openssl([
      "req",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-subj",
      `/CN=${subject}`,
      "-keyout",
      file(`${part}.key`),
      "-out",
      file(`${part}.csr`),
    ]);
    writeFileSync(file(`${part}.ext`), `subjectAltName=DNS:${subject}\n`);
    openssl([
      "x509",
      "-req",
      "-in",
      file(`${part}.csr`),
      "-CA",
      file("authority.pem"),
      "-CAkey",
      file("authority.key"),
      "-CAcreateserial",
      "-days",
      String(days),
      "-extfile",
      file(`${part}.ext`),
      "-out",
      file(`${part}.pem`),
    ]);
    return read(part);
  };
  const read = (part: string): Certificate => {
    const [keyFile, certFile] = [file(`${part}.key`), file(`${part}.pem`)];
    return {
      keyFile,
      certFile,
      key: readFileSync(keyFile, "utf8"),
      cert: readFileSync(certFile, "utf8"),
    };
  };
  signSelf("authority", "Test Authority");
  signSelf("self", name);
  return {
    folder,
    authority: file("authority.pem"),
    good: sign("good", name, 2),
    expired: sign("expired", name, -1),
    otherName: sign("other", "www.baihe.gov.test", 2),
    selfSigned: read("self"),
  };
}

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A key and a certificate as PEM, and the files that they lie in. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly keyFile: string;
  readonly certFile: string;
}

/** Certificates are made when they are asked for. `authority` is the file of the certificate that signed them. */
export interface CertificateMaker {
  readonly folder: string;
  readonly authority: string;
  readonly make: (wanted: WantedCertificate) => Promise<Certificate>;
}

/** For which name, and for how many days from now; less than none where it has expired. */
export interface WantedCertificate {
  readonly name: string;
  readonly days: number;
}

const run = promisify(execFile);
const newKey = ["-newkey", "rsa:2048", "-nodes"];

/** Makes an authority of its own in a new folder, by openssl. The caller removes the folder. */
export async function openCertificateMaker(): Promise<CertificateMaker> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-portals-"));
  const file = (part: string): string => join(folder, part);
  const subject = ["-subj", "/CN=Authority of the demo portals"];
  const output = ["-keyout", file("authority.key"), "-out", file("authority.pem")];
  await run("openssl", ["req", "-x509", ...newKey, "-days", "2", ...subject, ...output]);
  const make = (wanted: WantedCertificate): Promise<Certificate> => sign(folder, wanted);
  return { folder, authority: file("authority.pem"), make };
}

async function sign(folder: string, { name, days }: WantedCertificate): Promise<Certificate> {
  const file = (part: string): string => join(folder, part);
  const [keyFile, certFile] = [file(`${name}.key`), file(`${name}.pem`)];
  const [request, fields] = [file(`${name}.csr`), file(`${name}.ext`)];
  const subject = ["-subj", `/CN=${name.slice(0, 60)}`];
  await run("openssl", ["req", ...newKey, ...subject, "-keyout", keyFile, "-out", request]);
  await writeFile(fields, `subjectAltName=DNS:${name}\n`);
  const authority = ["-CA", file("authority.pem"), "-CAkey", file("authority.key")];
  const serial = [
    "-set_serial",
    `0x${createHash("sha256").update(name).digest("hex").slice(0, 30)}`,
  ];
  const validity = ["-days", String(days), "-extfile", fields, "-out", certFile];
  await run("openssl", ["x509", "-req", "-in", request, ...authority, ...serial, ...validity]);
  const [key, cert] = await Promise.all([keyFile, certFile].map((path) => readFile(path, "utf8")));
  return { key: key ?? "", cert: cert ?? "", keyFile, certFile };
}

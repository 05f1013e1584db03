import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Load portals in a process of their own. `entries` is a file with the address of each, one a line. */
export interface ServedPortals {
  readonly port: number;
  readonly reports: number;
  readonly entries: string;
  readonly close: () => void;
}

const program = fileURLToPath(new URL("../../demo/portal/main.ts", import.meta.url));

/** Serves so many reports over so many hosts on one port of this machine. */
export async function servePortals(
  folder: string,
  { reports, hosts }: { readonly reports: number; readonly hosts: number },
): Promise<ServedPortals> {
  const args = ["--import", "tsx", program, "--pages", String(reports), "--hosts", String(hosts)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const found: string[] = [];
  let port = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    port ||= Number(/^listening on http:\/\/127\.0\.0\.1:(\d+)$/u.exec(line)?.[1] ?? 0);
    const entry = /^large-\S+ (http:\S+)$/u.exec(line)?.[1];
    if (entry !== undefined) found.push(entry);
    if (found.length === hosts) break;
  }
  const entries = join(folder, "entries");
  writeFileSync(entries, `${found.join("\n")}\n`);
  return { port, reports, entries, close: () => void child.kill() };
}

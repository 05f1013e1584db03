import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../free-port.ts";

export interface PostgresServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A throw-away PostgreSQL on loopback, or null where none is installed. As root it runs as `postgres`. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const bin = findPostgres();
  if (bin === null) return null;
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), "gongkai-postgres-"));
  const user = findUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(bin, program), args, { cwd: folder, stdio: "ignore", ...user });
  const data = join(folder, "data");
  run("initdb", "-D", data, "-U", "gongkai", "-A", "trust", "-E", "UTF8", "--no-sync");
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${folder}' -c fsync=off`;
  run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  return {
    url: `postgres://gongkai@127.0.0.1:${port}/postgres`,
    stop: async () => {
      run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
      rmSync(folder, { recursive: true });
    },
  };
}

function findPostgres(): string | null {
  const versions = "/usr/lib/postgresql";
  const folders = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, "bin"))
    : [];
  const found = [...folders, ...(process.env["PATH"] ?? "").split(":")];
  return found.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** PostgreSQL refuses to run as root. */
function findUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

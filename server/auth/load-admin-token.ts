import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `made` is true for the start that made the token: it is to be printed then, and never again. */
export interface AdminToken {
  readonly token: string;
  readonly file: string | null;
  readonly made: boolean;
}

/** The file with the admin token cannot be used: its message says what to do. */
export class AdminTokenUnusable extends Error {
  override readonly name = "AdminTokenUnusable";
}

/** The token of the settings, else the one kept in the data folder, which is made where there is none. Throws AdminTokenUnusable. */
export function loadAdminToken(folder: string, configured: string | undefined): AdminToken {
  if (configured !== undefined) return { token: configured, file: null, made: false };
  const file = join(folder, "admin-token");
  try {
    const made = makeToken(folder, file);
    const token = readFileSync(file, "utf8").trim();
    if (token.length > 0) return { token, file, made };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdminTokenUnusable(
      `The admin token cannot be kept in ${file} (${reason}): make the folder writable or set GONGKAI_ADMIN_TOKEN.`,
      { cause },
    );
  }
  throw new AdminTokenUnusable(
    `${file} is empty: delete it for a new token, or set GONGKAI_ADMIN_TOKEN.`,
  );
}

/** Of two processes that start at once one makes the token, whole; false where there was one. */
function makeToken(folder: string, file: string): boolean {
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

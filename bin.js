#!/usr/bin/env node
// Node 20 cannot run TypeScript: tsx compiles it while it loads. This file stays JavaScript for that.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
register({ tsconfig: fileURLToPath(new URL("./tsconfig.json", import.meta.url)) });
const { runGongkai } = await import("./gongkai.ts");
process.exitCode = await runGongkai(process.argv.slice(2));

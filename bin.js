#!/usr/bin/env node
// Node 20 cannot run TypeScript: tsx compiles it while it loads. This file stays JavaScript for that.
import { register } from "tsx/esm/api";

register({ tsconfig: new URL("./tsconfig.json", import.meta.url).pathname });
await import("./gongkai.ts");

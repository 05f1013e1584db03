// Begins a thread of the viewer. Node 20 cannot run TypeScript, so this file stays JavaScript, as bin.js does.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });

/** @param {import("./original-job.ts").OriginalJob} job */
export async function showOriginal(job) {
  const { showOriginal: show } = await import("./show-original.ts");
  return show(job);
}

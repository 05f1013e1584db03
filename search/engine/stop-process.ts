import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, type ProcessIdentity } from "./read-process.ts";

/** Asks a process to end, kills it after `grace` milliseconds, and resolves when it is gone. */
export async function stopProcess(target: ProcessIdentity, grace: number): Promise<void> {
  sendSignal(target, "SIGTERM");
  const deadline = performance.now() + grace;
  while (isRunning(target) && performance.now() < deadline) await sleep(20);
  sendSignal(target, "SIGKILL");
  while (isRunning(target)) await sleep(20);
}

/** Only to exactly this process: its number may have passed to another. */
function sendSignal(target: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(target)) return;
  try {
    process.kill(target.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

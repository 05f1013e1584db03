import type { Meilisearch } from "meilisearch";
import { setTimeout as sleep } from "node:timers/promises";
import { writePatience, type EngineClient } from "./engine-client.ts";
import { EngineRefused } from "./engine-errors.ts";

type Task = Awaited<ReturnType<Meilisearch["tasks"]["getTask"]>>;

const firstPause = 5;
const longestPause = 250;

/**
 * Waits until the engine has done its tasks, however long it takes. An engine that restarts meanwhile goes on with
 * them. @throws EngineRefused for the first that failed or was cancelled.
 */
export async function waitForTasks(
  engine: EngineClient,
  taskIds: readonly number[],
): Promise<void> {
  for (const id of taskIds) {
    const task = await waitForTask(engine, id);
    if (task.status !== "succeeded") throw readFailure(task);
  }
}

async function waitForTask(engine: EngineClient, id: number): Promise<Task> {
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const task = await engine.call((client) => client.tasks.getTask(id), writePatience);
    if (task.status !== "enqueued" && task.status !== "processing") return task;
    await sleep(pause);
  }
}

function readFailure(task: Task): EngineRefused {
  const code = task.error?.code ?? task.status;
  const said = task.error?.message ?? `the task was ${task.status}`;
  const mend =
    code === "no_space_left_on_device"
      ? "free space on its disk and index again"
      : "mend what it names and index again; `gongkai index --rebuild` makes the index anew";
  return new EngineRefused(
    `The search engine could not finish ${task.type} on ${task.indexUid ?? "its indexes"} (${said}): ${mend}.`,
    { code, cause: task.error },
  );
}

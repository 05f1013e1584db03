import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeCommands } from "../../command/describe-commands.ts";
import { commands } from "../../gongkai.ts";

const docs = join(import.meta.dirname, "..", "..", "docs", "commands.md");

describe("the commands", () => {
  it("are described in docs/commands.md as they are (update it with vitest -u)", async () => {
    await expect(describeCommands(commands)).toMatchFileSnapshot(docs);
  });

  it("each have an example that names them", () => {
    for (const { name, example } of commands) expect(example).toContain(`npx gongkai ${name}`);
  });
});

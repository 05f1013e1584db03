import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeCommands } from "../../command/describe-commands.ts";
import { loadCommands } from "../../gongkai.ts";

const docs = join(import.meta.dirname, "..", "..", "docs", "commands.md");

const commands = await loadCommands();

describe("the commands", () => {
  it("are described in docs/commands.md as they are (update it with vitest -u)", async () => {
    await expect(describeCommands(commands)).toMatchFileSnapshot(docs);
  });

  it("are each loaded alone by their names, and all where a name is none", async () => {
    for (const command of commands) expect(await loadCommands(command.name)).toEqual([command]);
    expect(await loadCommands("--help")).toEqual(commands);
    expect(await loadCommands("constructor")).toEqual(commands);
  });

  it("each have an example that names them", () => {
    for (const { name, example } of commands) expect(example).toContain(`npx gongkai ${name}`);
  });
});

import { describe, expect, it } from "vitest";
import { type Command, WrongUsage } from "../../command/command.ts";
import { parseAddress, parseYear } from "../../command/options.ts";
import { runProgram } from "../../command/run-program.ts";
import { InvalidSetting, parseConfig } from "../../config.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";

const echo: Command = {
  name: "echo",
  arguments: "<word...>",
  summary: "print the words",
  options: [
    { flags: "--year <year>", meaning: "a year", parse: parseYear },
    { flags: "--region <region>", meaning: "a place", many: true },
  ],
  example: "npx gongkai echo one two",
  exitCodes: { 3: "asked for" },
  run: async ({ terminal }, words, options) => {
    if (words[0] === "fail") throw new Error("the disk is full: make room.");
    if (words[0] === "three") return 3;
    if (words[0] === "misuse") throw new WrongUsage("write another word.");
    terminal.printJson({ words, ...options });
    return 0;
  },
};

async function run(...words: readonly string[]) {
  const { terminal, read } = openMemoryTerminal();
  const code = await runProgram(words, {
    version: "1.2.3",
    commands: [echo],
    readConfig: () => parseConfig({}),
    terminal,
  });
  return { code, ...read() };
}

describe("the program", () => {
  it("gives a command its words and options", async () => {
    const { code, out } = await run("echo", "a", "b", "--region", "甲", "--region", "乙");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ words: ["a", "b"], region: ["甲", "乙"] });
  });

  it("passes on the exit code of a command", async () => {
    expect((await run("echo", "three")).code).toBe(3);
  });

  it("says in one sentence on stderr why a command failed", async () => {
    expect(await run("echo", "fail")).toEqual({
      code: 1,
      out: "",
      err: "the disk is full: make room.\n",
    });
  });

  it("ends with 2 on wrong usage", async () => {
    expect((await run("echo", "misuse")).code).toBe(2);
    expect((await run("echo")).code).toBe(2);
    expect((await run("echo", "a", "--year", "last")).code).toBe(2);
    expect((await run("nonsense")).code).toBe(2);
  });

  it("ends with 0 after help and version", async () => {
    expect((await run("--help")).code).toBe(0);
    expect((await run("--version")).code).toBe(0);
    const help = await run("echo", "--help");
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/--year <year>[^]*npx gongkai echo one two[^]*3 {2}asked for/);
  });

  it("reads the settings only when a command runs", async () => {
    const { terminal } = openMemoryTerminal();
    const parts = {
      version: "1",
      commands: [echo],
      terminal,
      readConfig: () => {
        throw new InvalidSetting("GONGKAI_PORT is not a number.");
      },
    };
    expect(await runProgram(["--help"], parts)).toBe(0);
    expect(await runProgram(["echo", "a"], parts)).toBe(1);
  });
});

describe("option values", () => {
  it("are years", () => {
    expect(parseYear("2023")).toBe(2023);
    for (const wrong of ["23", "2023a", "1999", "3000", ""]) {
      expect(() => parseYear(wrong)).toThrow(WrongUsage);
    }
  });

  it("are addresses", () => {
    expect(parseAddress("http://www.qingshan.gov.test/a")).toBe("http://www.qingshan.gov.test/a");
    for (const wrong of ["www.qingshan.gov.test", "file:///etc/passwd", "javascript:1"]) {
      expect(() => parseAddress(wrong)).toThrow(WrongUsage);
    }
  });
});

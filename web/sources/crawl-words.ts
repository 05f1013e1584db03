import type { NextStep } from "../../corpus/failure.ts";
import type { RunCause, RunState } from "../../corpus/run.ts";
import type { Run } from "../../corpus/run.ts";

/** What comes next for addresses that gave nothing. */
export const nextStepWords: Readonly<Record<NextStep, string>> = {
  retry: "稍后重试",
  later: "等网站恢复后再试",
  "give-up": "不再重试",
  "stop-host": "停止该网站，待人工查看",
};

export const runCauseWords: Readonly<Record<RunCause, string>> = {
  command: "命令行",
  schedule: "按计划",
  request: "手动",
  retry: "重试",
};

export const runStateWords: Readonly<Record<RunState, string>> = {
  running: "进行中",
  done: "完成",
  stopped: "中止",
};

/** What a crawl has done, in one line. */
export function buildRunText({ visits, failures, found, contents }: Run): string {
  return `访问 ${visits}，失败 ${failures}，新地址 ${found}，新内容 ${contents}`;
}

import type { NextReason } from "./compute-next.ts";
import { formatSchedule, type Schedule } from "./schedule.ts";

/** Why a source is visited when it is: a sentence for the terminal, and one for the pages. */
export interface NextWords {
  readonly sentence: string;
  readonly words: string;
}

/** The words for a reason. `schedule` is the one that gave it. */
export function explainNext(reason: NextReason, schedule: Schedule): NextWords {
  switch (reason) {
    case "off":
      return {
        sentence: "it has no schedule: it is visited only when a person asks",
        words: "未设计划，仅在手动要求时抓取",
      };
    case "first":
      return {
        sentence: "it has not been visited yet: the worker begins with it",
        words: "尚未抓取过，工作进程运行时即开始",
      };
    case "season":
      return {
        sentence: "auto: once a day in January to March, when reports are published",
        words: "自动：一至三月年报集中公布，每天一次",
      };
    case "monthly":
      return {
        sentence: "auto: once a month outside January to March",
        words: "自动：一至三月以外，每月一次",
      };
    case "interval":
      return {
        sentence: `${formatSchedule(schedule)}, counted from the end of the last full crawl`,
        words: `每${nameInterval(schedule)}一次，自上次完整抓取结束算起`,
      };
    case "cron":
      return {
        sentence: `the cron line ${formatSchedule(schedule)}, in China's time`,
        words: `按计划 ${formatSchedule(schedule)}（北京时间）`,
      };
    case "retry":
      return {
        sentence: "addresses that gave nothing the last time are tried again",
        words: "稍后重试未取得的地址",
      };
    default:
      return reason satisfies never;
  }
}

function nameInterval(schedule: Schedule): string {
  const hours = schedule.kind === "interval" ? schedule.hours : 0;
  return hours % 24 === 0 ? ` ${hours / 24} 天` : ` ${hours} 小时`;
}

import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";

/** The one error shape of the API. `code` is for programs, `message` for people. */
export const problemBodySchema = z
  .object({
    error: z.object({
      code: z.string().meta({ description: "A word for programs, such as `bad_request`" }),
      message: z.string().meta({ description: "One sentence for people, in Chinese" }),
      details: z
        .array(z.object({ parameter: z.string(), message: z.string() }))
        .optional()
        .meta({ description: "What is wrong with which parameter" }),
    }),
  })
  .meta({ id: "Problem" });
export type ProblemBody = z.infer<typeof problemBodySchema>;
export type ProblemDetail = NonNullable<ProblemBody["error"]["details"]>[number];

export const problemCodes = [
  "bad_request",
  "unauthorized",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "source_paused",
  "contact_missing",
  "too_many_listeners",
  "engine_unavailable",
  "archive_damaged",
  "internal_error",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A failure as the client sees it. `retryAfter` is in seconds, `logged` where the operator has to look. */
export interface Problem {
  readonly code: ProblemCode;
  readonly status: ContentfulStatusCode;
  readonly message: string;
  readonly retryAfter?: number;
  readonly logged?: boolean;
}

/** Every failure that a client can meet, by code. */
export const problems: Readonly<Record<ProblemCode, Problem>> = {
  bad_request: { code: "bad_request", status: 400, message: "请求的参数有误，请按提示修改。" },
  unauthorized: {
    code: "unauthorized",
    status: 401,
    message: "需要管理员令牌：请登录，或在 Authorization 头中以 Bearer 方式给出。",
  },
  forbidden: {
    code: "forbidden",
    status: 403,
    message:
      "这个请求不是从本站页面发出的，已拒绝；请回到来源页面重试。如经反向代理访问，请让代理原样转发 Host 头。",
  },
  not_found: {
    code: "not_found",
    status: 404,
    message: "没有这个页面或报告，请检查地址，或回到首页检索。",
  },
  method_not_allowed: {
    code: "method_not_allowed",
    status: 405,
    message: "这个地址不接受这种请求方法，请改用 Allow 头中列出的方法。",
  },
  source_paused: {
    code: "source_paused",
    status: 409,
    message: "这个来源已暂停，请先恢复再抓取。",
  },
  contact_missing: {
    code: "contact_missing",
    status: 409,
    message:
      "尚未设置 GONGKAI_CONTACT（电子邮箱或介绍自己的网页）：不告知来者是谁就不访问他人的网站。请设置后重新启动，再抓取这个来源。",
  },
  too_many_listeners: {
    code: "too_many_listeners",
    status: 503,
    message: "实时进度的连接太多，请关闭一些页面，稍后再试。",
    retryAfter: 30,
  },
  engine_unavailable: {
    code: "engine_unavailable",
    status: 503,
    message: "检索引擎暂时没有应答，请稍等几秒再试。",
    retryAfter: 2,
    logged: true,
  },
  archive_damaged: {
    code: "archive_damaged",
    status: 500,
    message: "存档的原件已损坏，无法提供；请告知管理员从备份恢复。",
    logged: true,
  },
  internal_error: {
    code: "internal_error",
    status: 500,
    message: "服务器出错，已记入日志；请稍后再试，或把请求编号告知管理员。",
    logged: true,
  },
};

/** Which problem an error of another part means, by the error's name. */
const codesByErrorName: Readonly<Record<string, ProblemCode>> = {
  EngineUnavailable: "engine_unavailable",
  ArchiveDamaged: "archive_damaged",
};

/** The client has to change its request; `details` say what. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
  readonly problem: Problem;
  readonly details: readonly ProblemDetail[];

  constructor(code: ProblemCode, details: readonly ProblemDetail[] = []) {
    super(problems[code].message);
    this.problem = problems[code];
    this.details = details;
  }
}

/** The problem that an error means; an unknown error is an internal one. */
export function findProblem(error: unknown): Problem {
  if (error instanceof RequestRefused) return error.problem;
  const name = error instanceof Error ? error.name : "";
  const code = Object.hasOwn(codesByErrorName, name) ? codesByErrorName[name] : undefined;
  return problems[code ?? "internal_error"];
}

export function buildProblemBody(
  problem: Problem,
  details: readonly ProblemDetail[] = [],
): ProblemBody {
  const { code, message } = problem;
  return { error: { code, message, ...(details.length > 0 && { details: [...details] }) } };
}

/** What a page says when it cannot be shown. `details` name what is wrong with the address. */
export interface ErrorView {
  readonly status: number;
  readonly message: string;
  readonly details: readonly { readonly parameter: string; readonly message: string }[];
  readonly requestId: string;
  /** Seconds after which the same address may work; the page asks for it again by itself. Undefined where it will not. */
  readonly retryAfter: number | undefined;
}

const headings: Readonly<Record<number, string>> = {
  400: "这个地址看不明白",
  401: "需要登录",
  403: "没有放行",
  404: "没有找到这一页",
  405: "不能这样访问",
  409: "现在不能这样做",
  503: "检索暂时不可用",
};

/** The heading of an error page, which is its title too. */
export function findErrorHeading(status: number): string {
  return headings[status] ?? "出错了";
}

export function ErrorPage(error: ErrorView) {
  return (
    <div class="error-page">
      <p class="error-status" aria-hidden="true">
        {error.status}
      </p>
      <h1>{findErrorHeading(error.status)}</h1>
      <p>{error.message}</p>
      {error.details.length > 0 && (
        <ul>
          {error.details.map(({ parameter, message }) => (
            <li>
              <code>{parameter}</code>：{message}
            </li>
          ))}
        </ul>
      )}
      {error.retryAfter !== undefined && <Retry seconds={error.retryAfter} />}
      <p>
        <a href="/">回到首页</a>
      </p>
      {error.status >= 500 && (
        <p class="muted">
          请求编号 <code>{error.requestId}</code>
        </p>
      )}
    </div>
  );
}

/** `retry-page.js` asks on; without scripts the page loads itself again. */
function Retry({ seconds }: { readonly seconds: number }) {
  return (
    <p class="retry" role="status" data-retry-after={seconds}>
      <span>地址和检索条件都已保留：本页会自动重试，一恢复就显示结果。</span>{" "}
      <a href="">立即重试</a>
    </p>
  );
}

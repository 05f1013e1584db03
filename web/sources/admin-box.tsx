/** Who looks at the page: readers may only read; `failed` after a wrong token. */
export interface Viewing {
  readonly admin: boolean;
  readonly failed: boolean;
  /** The address of the page, to come back to. */
  readonly back: string;
}

/** Where an administrator signs in and out. */
export function AdminBox({ admin, failed, back }: Viewing) {
  if (admin)
    return (
      <form class="admin-box" method="post" action="/sources/logout">
        <input type="hidden" name="back" value={back} />
        <span>已以管理员身份登录</span>
        <button class="small-button" type="submit">
          退出
        </button>
      </form>
    );
  return (
    <form class="admin-box" method="post" action="/sources/login">
      <input type="hidden" name="back" value={back} />
      <label for="admin-token">管理员令牌</label>
      <input
        id="admin-token"
        name="token"
        type="password"
        required
        maxlength={1000}
        autocomplete="current-password"
        aria-describedby={failed ? "admin-fault" : undefined}
        aria-invalid={failed ? "true" : undefined}
      />
      <button class="small-button" type="submit">
        登录
      </button>
      {failed ? (
        <p id="admin-fault" class="admin-fault" role="alert">
          令牌不对，请核对后重试。
        </p>
      ) : (
        <p class="muted">
          登录后可以立即抓取、暂停和恢复来源。令牌是设置的 <code>GONGKAI_ADMIN_TOKEN</code>
          ，未设置时见数据目录中的 <code>admin-token</code> 文件（默认 <code>data/admin-token</code>
          ）。
        </p>
      )}
    </form>
  );
}

/** The page for those who may not even read: it asks for the token and shows nothing else. */
export function LoginPage(props: Viewing) {
  return (
    <div class="sources-page">
      <h1>来源</h1>
      <p class="notice">从其他机器查看抓取情况，需要管理员令牌。</p>
      <AdminBox {...props} />
    </div>
  );
}

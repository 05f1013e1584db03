/** Shown by the script while it hears nothing of the crawler. */
export function LiveNotice() {
  return (
    <p class="notice" data-lost role="status" hidden>
      实时更新已中断，正在重试。
    </p>
  );
}

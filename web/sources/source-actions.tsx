import type { SourceState } from "../../corpus/source-state.ts";

interface Props {
  readonly source: SourceState;
  /** The address to come back to. */
  readonly back: string;
}

/** What an administrator can do with a source: plain forms, whose answers lead back to the page. */
export function SourceActions({ source, back }: Props) {
  const { id, state, paused } = source;
  return (
    <div class="source-actions">
      {paused ? (
        <ActionForm id={id} back={back} action="resume" label="恢复" />
      ) : (
        <>
          {state !== "running" && state !== "wanted" && (
            <ActionForm id={id} back={back} action="run" label="立即抓取" />
          )}
          <ActionForm id={id} back={back} action="pause" label="暂停" />
          {state === "person" && (
            <ActionForm id={id} back={back} action="reopen" label="已查看，重新开放" />
          )}
        </>
      )}
    </div>
  );
}

function ActionForm(props: {
  readonly id: string;
  readonly back: string;
  readonly action: string;
  readonly label: string;
}) {
  const { id, back, action, label } = props;
  return (
    <form method="post" action={`/sources/${id}/${action}`}>
      <input type="hidden" name="back" value={back} />
      <button class="small-button" type="submit" aria-label={`${label}：${id}`}>
        {label}
      </button>
    </form>
  );
}

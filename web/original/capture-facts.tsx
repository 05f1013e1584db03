import type { ReportCapture } from "../../corpus/report.ts";
import { buildTimeText } from "../date-text.ts";
import { buildNumberText } from "../number-text.ts";
import { findWebAddress } from "../web-address.ts";

/** Which copy is shown, when it was got and where from. */
export function CaptureFacts({ capture }: { readonly capture: ReportCapture }) {
  const url = findWebAddress(capture.address);
  const { address, file, capturedAt, mediaType, bytes, digest } = capture;
  return (
    <dl class="reading" aria-label="存档">
      <dt>采集</dt>
      <dd>{buildTimeText(capturedAt)}</dd>
      <dt>来源</dt>
      <dd>
        {url === null ? (
          <span>{address ?? (file === null ? "不明" : `文件：${file}`)}</span>
        ) : (
          <a href={url.href} rel="external noopener noreferrer nofollow">
            {address}
          </a>
        )}
      </dd>
      <dt>类型</dt>
      <dd>
        {mediaType}，{buildNumberText(bytes)} 字节
      </dd>
      <dt>SHA-256</dt>
      <dd>
        <code class="digest">{digest}</code>
      </dd>
    </dl>
  );
}

import type { Attachment } from "../../corpus/attachment.ts";
import { findWebAddress } from "../web-address.ts";

const kindLabels: Readonly<Record<Attachment["kind"], string>> = {
  file: "附件",
  viewer: "页内文档",
  image: "图片",
};

/** The files that the page of a report leads to or shows; they are not part of what was read. */
export function ReportAttachments(props: { readonly attachments: readonly Attachment[] }) {
  const { attachments } = props;
  if (attachments.length === 0) return null;
  return (
    <section class="report-attachments" aria-labelledby="attachments-heading">
      <h3 id="attachments-heading">原网页上的附件</h3>
      <ul>
        {attachments.map((attachment) => (
          <li>
            <span class="section-chip">{kindLabels[attachment.kind]}</span>{" "}
            <AttachmentName {...attachment} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AttachmentName({ name, address }: Attachment) {
  const url = findWebAddress(address);
  if (url === null) return <span>{name}</span>;
  return (
    <a href={url.href} rel="external noopener noreferrer nofollow">
      {name}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}

import { z } from "zod";

/** Whether the page of a report leads to files. */
export const attachmentStates = ["with", "without"] as const;
export const attachmentStateSchema = z.enum(attachmentStates);
export type AttachmentState = z.infer<typeof attachmentStateSchema>;

/** What readers see for each state. */
export const attachmentStateLabels: Readonly<Record<AttachmentState, string>> = {
  with: "有附件",
  without: "无附件",
};

export function findAttachmentState(attachments: readonly unknown[]): AttachmentState {
  return attachments.length > 0 ? "with" : "without";
}

import { z } from "zod";

/** How a page offers a file: as a link, shown within the page, or as an image. */
export const attachmentKinds = ["file", "viewer", "image"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/**
 * A file that a page leads to or shows. `address` is absolute where the page's own is known, else as printed; `name`
 * is the text of the link, or the file's name. `mediaType` is what the name tells, null where it tells nothing.
 */
export const attachmentSchema = z.object({
  address: z.string(),
  name: z.string(),
  kind: z.enum(attachmentKinds),
  mediaType: z.string().nullable(),
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

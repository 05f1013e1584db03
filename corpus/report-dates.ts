import { z } from "zod";

const date = z.iso.date();

/**
 * What tells when a report was made, each as it stands: `claimed` the publication that the page prints or its meta
 * tags give, `written` 成文日期 or 生成日期, `signed` below the text, `address` the date in the address of the page,
 * `id` the time in an identifier within that address (an ObjectId, in China's time), `indexYear` the year in the
 * 索引号. They may contradict each other. Unknown is null.
 */
export const reportDatesSchema = z.object({
  claimed: date.nullable(),
  written: date.nullable(),
  signed: date.nullable(),
  address: date.nullable(),
  id: date.nullable(),
  indexYear: z.int().min(2000).max(2100).nullable(),
});
export type ReportDates = Readonly<z.infer<typeof reportDatesSchema>>;

/** What a report says that tells nothing of when it was made. */
export const noDates: ReportDates = {
  claimed: null,
  written: null,
  signed: null,
  address: null,
  id: null,
  indexYear: null,
};

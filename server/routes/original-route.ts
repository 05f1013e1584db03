import { z } from "zod";
import type { ReportCapture } from "../../corpus/report.ts";
import { digestSchema, readParameters, readReportId, requireFound } from "../read-request.ts";
import { originalPolicy } from "../security-headers.ts";
import type { ApiRoute } from "./api-route.ts";

const originalQuerySchema = z.object({
  digest: digestSchema.optional(),
  download: z.enum(["1"]).optional(),
});

/** Media types that a browser may show; everything else is handed over as a file. */
const shownTypes: ReadonlySet<string> = new Set([
  "text/html",
  "text/plain",
  "image/png",
  "image/jpeg",
  "image/gif",
]);

/**
 * The archived bytes as they came. They are other people's and may hold anything: a sandbox without
 * scripts, no sniffing, and a download for whatever is not plainly text or a picture.
 */
export const originalRoute: ApiRoute = {
  path: "/api/reports/:id/original",
  id: "getOriginal",
  summary: "The archived original of a report, byte for byte",
  query: originalQuerySchema,
  notes: {
    id: "Id of the report",
    digest: "SHA-256 of the version wanted; the current one without it",
    download: "`1` gives it as a file, whatever it is",
  },
  answer: "*/*",
  problems: ["bad_request", "not_found", "archive_damaged"],
  handle: async (c, deps) => {
    const id = readReportId(c);
    const { digest, download } = readParameters(c, originalQuerySchema);
    const report = requireFound(await deps.loadReport(id));
    const captures = [report.capture, ...report.versions.map((version) => version.capture)];
    const wanted = digest ?? report.capture.digest;
    const capture = requireFound(captures.find((capture) => capture.digest === wanted));
    const body = requireFound(await deps.openOriginal(capture.digest));
    return c.body(body, 200, buildHeaders(id, capture, download === "1"));
  },
};

function buildHeaders(
  id: string,
  capture: ReportCapture,
  isDownload: boolean,
): Record<string, string> {
  const mediaType = capture.mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  const shown = !isDownload && shownTypes.has(mediaType);
  return {
    "Content-Type": shown ? buildContentType(mediaType, capture) : "application/octet-stream",
    "Content-Disposition": `${shown ? "inline" : "attachment"}; filename="${buildFileName(id, capture)}"`,
    "Content-Security-Policy": originalPolicy,
    "Cache-Control": "private, max-age=3600",
    ETag: `"${capture.digest}"`,
    "X-Content-SHA256": capture.digest,
  };
}

function buildContentType(mediaType: string, { charset }: ReportCapture): string {
  const known = charset !== null && /^[\w.:-]{1,40}$/.test(charset);
  return mediaType.startsWith("text/") && known ? `${mediaType}; charset=${charset}` : mediaType;
}

/** The report's id with the ending that the file had, if that is a plain one. */
function buildFileName(id: string, capture: ReportCapture): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(capture.file ?? capture.address ?? "")?.[0];
  return `${id}${ending?.toLowerCase() ?? ".bin"}`;
}

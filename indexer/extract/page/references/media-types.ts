const office = "application/vnd.openxmlformats-officedocument";

/** Media types by the ending of a file's name, as `detectMediaType` names them. */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  doc: "application/msword",
  docx: `${office}.wordprocessingml.document`,
  wps: "application/vnd.ms-works",
  xls: "application/vnd.ms-excel",
  xlsx: `${office}.spreadsheetml.sheet`,
  et: "application/vnd.ms-excel",
  csv: "text/csv",
  ppt: "application/vnd.ms-powerpoint",
  pptx: `${office}.presentationml.presentation`,
  ofd: "application/ofd",
  ceb: "application/x-ceb",
  rtf: "application/rtf",
  txt: "text/plain",
  zip: "application/zip",
  rar: "application/vnd.rar",
  "7z": "application/x-7z-compressed",
  swf: "application/x-shockwave-flash",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  webp: "image/webp",
};
const ending = /\.([a-z\d]{2,4})["”』】）)\]\s]{0,4}$/iu;

/** The media type that a file's name tells, null where it tells none. */
export function findMediaType(name: string): string | null {
  const words = ending.exec(name.slice(-40))?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(mediaTypes, words) ? (mediaTypes[words] ?? null) : null;
}

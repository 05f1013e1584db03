import { strToU8, zipSync } from "fflate";
import type { DemoPage } from "../../build-page.ts";
import { escapeMarkup } from "../../layouts/write-markup.ts";
import {
  type LaidFrame,
  type LaidPage,
  type LaidText,
  layOutPage,
  measureCharacter,
} from "./lay-out-page.ts";

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const head = '<?xml version="1.0" encoding="UTF-8"?>';
const millimetresPerPoint = 25.4 / 72;
/** Archives name a day: always the same one, so that the same report gives the same bytes. */
const day = new Date(2024, 0, 1, 12);
const [fontId, pageId, layerId, firstObjectId] = [1, 2, 3, 4];

/** A report as an OFD (GB/T 33190-2016) of one long page: ruled tables, text in a font that readers have. */
export function writeOfd(page: DemoPage): Uint8Array {
  const laid = layOutPage(page);
  const most = firstObjectId + laid.pieces.length;
  const box = `0 0 ${format(laid.width)} ${format(laid.height)}`;
  const files = {
    "OFD.xml": `${head}<ofd:OFD ${namespace} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${"0".repeat(32)}</ofd:DocID><ofd:Title>${escapeMarkup(page.report.title)}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `${head}<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>${most}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="${pageId}" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    "Doc_0/PublicRes.xml": `${head}<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="${fontId}" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
    "Doc_0/Pages/Page_0/Content.xml": `${head}<ofd:Page ${namespace}><ofd:Content><ofd:Layer ID="${layerId}">${writeObjects(laid)}</ofd:Layer></ofd:Content></ofd:Page>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: day },
  );
}

function writeObjects({ pieces }: LaidPage): string {
  const objects = pieces.map((piece, at) => {
    const id = firstObjectId + at;
    return piece.is === "text" ? writeText(piece, id) : writeFrame(piece, id);
  });
  return objects.join("\n");
}

/** Each character but the last tells how far it is to the next. */
function writeText({ text, x, y, size }: LaidText, id: number): string {
  const characters = Array.from(text);
  if (characters.length === 0) return "";
  const steps = characters.map((one) => measureCharacter(one, size));
  const width = steps.reduce((sum, step) => sum + step, 0);
  const boundary = [x, y - size, width, size * 1.3].map(format).join(" ");
  const deltas = steps.slice(0, -1).map(format).join(" ");
  const told = deltas === "" ? "" : ` DeltaX="${deltas}"`;
  return `<ofd:TextObject ID="${id}" Boundary="${boundary}" Font="${fontId}" Size="${format(size)}"><ofd:TextCode X="0" Y="${format(size)}"${told}>${escapeMarkup(text)}</ofd:TextCode></ofd:TextObject>`;
}

function writeFrame({ x, y, width, height }: LaidFrame, id: number): string {
  const [right, low] = [format(width), format(height)];
  const boundary = [x, y, width, height].map(format).join(" ");
  return `<ofd:PathObject ID="${id}" Boundary="${boundary}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${right} 0 L ${right} ${low} L 0 ${low} C</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** Points as millimetres. */
function format(points: number): string {
  return (points * millimetresPerPoint).toFixed(3);
}

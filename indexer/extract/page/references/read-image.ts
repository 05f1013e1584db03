import type { Element } from "domhandler";
import { normalizeSpace } from "../normalize-space.ts";
import type { Reference } from "../reference.ts";
import { findMediaType } from "./media-types.ts";

/** An image that prints a table is at least so wide and high, in pixels. */
const leastWidth = 200;
const leastHeight = 100;
const longestAddress = 2_000;
const icons =
  /(?:^|[/_.-])(?:icons?|logo|ewm|qr(?:code)?|erweima|wx|weixin|weibo|share|print|arrow|dot|line|bg|btn|button|close|loading|blank|spacer|space|bullet|search|home|top|foot|beian|ghs|jiucuo|dzjg|new)(?=[/_.\d-]|$)|filetypeimages|\/(?:icons?|ext|fileicon)\//iu;

/** The image of an element, none where it is an icon, too small for a table, or not on the web. */
export function findImage({ attribs }: Element): readonly Reference[] {
  const lazy = attribs["data-original"] ?? attribs["data-src"] ?? attribs["oldsrc"];
  const address = (lazy ?? attribs["src"] ?? "").trim();
  if (address === "" || address.length > longestAddress || /^(?!https?:)[a-z]+:/iu.test(address))
    return [];
  const path = address.split(/[?#]/u)[0] ?? "";
  if (icons.test(path) || isSmall(attribs)) return [];
  const name = normalizeSpace(attribs["alt"] || attribs["title"] || "").slice(0, 200);
  return [{ kind: "image", address, within: null, name, mediaType: findMediaType(path) }];
}

function isSmall(attribs: Readonly<Record<string, string>>): boolean {
  const width = readPixels(attribs, "width");
  const height = readPixels(attribs, "height");
  return (width !== null && width < leastWidth) || (height !== null && height < leastHeight);
}

function readPixels(attribs: Readonly<Record<string, string>>, name: string): number | null {
  const own = /^\s*(\d{1,5})(?:px)?\s*$/iu.exec(attribs[name] ?? "")?.[1];
  const style = (attribs["style"] ?? "").slice(0, 500);
  const styled = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px`, "iu").exec(
    style,
  );
  const pixels = styled?.[1] ?? own;
  return pixels === undefined ? null : Number(pixels);
}

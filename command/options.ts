import { WrongUsage } from "./command.ts";

/** A report year as typed. */
export function parseYear(value: string): number {
  const year = Number(value);
  if (/^\d{4}$/.test(value) && year >= 2000 && year <= 2100) return year;
  throw new WrongUsage("write a year with four digits, such as 2023.");
}

/** A page address as typed. */
export function parseAddress(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new WrongUsage("write an address that begins with http:// or https://.");
}

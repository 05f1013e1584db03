import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { RequestRefused } from "../problem.ts";
import { isFromLoopback } from "./is-from-loopback.ts";
import { isOwnPage } from "./is-own-page.ts";

const cookieName = "gongkai_admin";
/** How long a person stays signed in. Seconds. */
const sessionSeconds = 12 * 60 * 60;

/** Who may read what the crawler does, and who may direct it: readers on this machine, and whoever has the token. */
export class AdminGate {
  readonly #token: string;
  readonly #readClock: () => number;

  /** `readClock` tells milliseconds since 1970. */
  constructor(token: string, readClock: () => number = Date.now) {
    this.#token = token;
    this.#readClock = readClock;
  }

  /** Throws RequestRefused unless the client is on this machine or has the token. */
  requireReader(c: Context): void {
    if (!isFromLoopback(c) && !this.isAdmin(c)) throw new RequestRefused("unauthorized");
  }

  /** Throws RequestRefused unless the client has the token; with a cookie, only from a page of ours. */
  requireAdmin(c: Context): void {
    if (this.#hasBearer(c)) return;
    if (!this.#hasSession(c)) throw new RequestRefused("unauthorized");
    this.requireOwnPage(c);
  }

  /** Throws RequestRefused where another site sent the browser here. */
  requireOwnPage(c: Context): void {
    if (!isOwnPage(c)) throw new RequestRefused("forbidden");
  }

  isAdmin(c: Context): boolean {
    return this.#hasBearer(c) || this.#hasSession(c);
  }

  isToken(text: string): boolean {
    return isEqual(text, this.#token);
  }

  /** The Set-Cookie of a session that begins now. It cannot be made without the token, and ends when the token changes. */
  buildSession(c: Context): string {
    const expires = Math.floor(this.#readClock() / 1000) + sessionSeconds;
    return buildCookie(c, `${expires}.${this.#sign(expires)}`, sessionSeconds);
  }

  /** The Set-Cookie that ends a session. */
  buildEnd(c: Context): string {
    return buildCookie(c, "", 0);
  }

  #hasBearer(c: Context): boolean {
    const [, token] = /^bearer +(\S+) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
    return token !== undefined && this.isToken(token);
  }

  #hasSession(c: Context): boolean {
    const [, time = "", signature = ""] =
      /^(\d{1,12})\.([\w-]+)$/.exec(getCookie(c, cookieName) ?? "") ?? [];
    const expires = Number(time);
    return expires * 1000 > this.#readClock() && isEqual(signature, this.#sign(expires));
  }

  #sign(expires: number): string {
    return createHmac("sha256", this.#token).update(`session ${expires}`).digest("base64url");
  }
}

/** Takes as long whatever differs. */
function isEqual(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function buildCookie(c: Context, value: string, seconds: number): string {
  const isSecure =
    new URL(c.req.url).protocol === "https:" || c.req.header("x-forwarded-proto") === "https";
  const parts = [`${cookieName}=${value}`, "Path=/", "HttpOnly", "SameSite=Strict"];
  return [...parts, `Max-Age=${seconds}`, ...(isSecure ? ["Secure"] : [])].join("; ");
}

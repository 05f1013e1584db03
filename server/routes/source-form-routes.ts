import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { type AppDeps, sourceActions } from "../app-deps.ts";
import { directSource } from "../direct-source.ts";
import { RequestRefused } from "../problem.ts";
import { readSourceId } from "../read-request.ts";

/** Forms hold a token and an address. */
const maxBody = 8 * 1024;
const ownPage = /^\/sources(?:[/?][\w\-./?=&%+]*)?$/;
const formSchema = z.object({
  token: z.string().max(1000).catch(""),
  back: z.string().max(2000).regex(ownPage).catch("/sources"),
});

/** What the forms of `/sources` post; the answer leads back to the page that the form stood on. */
export function addSourceFormRoutes(app: Hono, deps: AppDeps): void {
  const { gate } = deps;
  app.use("/sources/*", bodyLimit({ maxSize: maxBody, onError: refuse }));
  app.post("/sources/login", async (c) => {
    gate.requireOwnPage(c);
    const { token, back } = await readForm(c);
    if (!gate.isToken(token.trim())) return c.redirect(addFault(back), 303);
    c.header("Set-Cookie", gate.buildSession(c));
    return c.redirect(back, 303);
  });
  app.post("/sources/logout", async (c) => {
    gate.requireOwnPage(c);
    const { back } = await readForm(c);
    c.header("Set-Cookie", gate.buildEnd(c));
    return c.redirect(back, 303);
  });
  for (const action of sourceActions) {
    app.post(`/sources/:id/${action}`, async (c) => {
      gate.requireAdmin(c);
      const { back } = await readForm(c);
      await directSource(deps, readSourceId(c), action);
      return c.redirect(back, 303);
    });
  }
}

async function readForm(c: Context): Promise<z.infer<typeof formSchema>> {
  return formSchema.parse(await c.req.parseBody().catch(refuse));
}

/** Throws RequestRefused: this is no form of ours. */
function refuse(): never {
  throw new RequestRefused("bad_request");
}

/** The same page, saying that the token was wrong. */
function addFault(back: string): string {
  const url = new URL(back, "http://site");
  url.searchParams.set("login", "failed");
  return `${url.pathname}${url.search}`;
}

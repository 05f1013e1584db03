import type { Context } from "hono";
import { ErrorPage, findErrorHeading } from "../web/error-page.tsx";
import type { Holdings } from "../corpus/holdings.ts";
import type { SearchQuery } from "../search/query.ts";
import { isStart, parseSearchAddress } from "../web/search/search-address.ts";
import { renderPage } from "../web/layout.tsx";
import type { AssetPaths, PageView } from "../web/page-view.ts";
import type { AppDeps } from "./app-deps.ts";
import { buildProblemBody, type Problem, type ProblemDetail } from "./problem.ts";

/** Answers with pages and with errors, for everything that lies behind the app. */
export class Responder {
  readonly #deps: Pick<AppDeps, "loadHoldings" | "log">;
  readonly #assets: AssetPaths;

  constructor(deps: Pick<AppDeps, "loadHoldings" | "log">, assets: AssetPaths) {
    this.#deps = deps;
    this.#assets = assets;
  }

  /** A page. Its state may change at any time, so browsers ask whether their copy is still right. */
  page(c: Context, view: PageView): Response | Promise<Response> {
    c.header("Cache-Control", "no-cache");
    return c.html(renderPage(view, this.#assets), view.status ?? 200);
  }

  /** A failure: a page for people, the one error shape for programs. */
  async problem(
    c: Context,
    problem: Problem,
    details: readonly ProblemDetail[] = [],
  ): Promise<Response> {
    c.header("Cache-Control", "no-store");
    if (problem.retryAfter !== undefined) c.header("Retry-After", String(problem.retryAfter));
    const { status, message } = problem;
    if (!wantsPage(c)) return c.json(buildProblemBody(problem, details), status);
    const retryAfter = c.req.method === "GET" ? problem.retryAfter : undefined;
    const error = { status, message, details, requestId: c.get("requestId"), retryAfter };
    const view: PageView = {
      title: findErrorHeading(status),
      query: readAskedSearch(c),
      box: "header",
      canonical: null,
      retryAfter,
      holdings: await this.#loadHoldings(),
      content: <ErrorPage {...error} />,
    };
    return c.html(renderPage(view, this.#assets), status);
  }

  /** What is held, for the frame of a page; a store that fails must not take the error page with it. */
  async #loadHoldings(): Promise<Holdings | null> {
    try {
      return await this.#deps.loadHoldings();
    } catch (error) {
      this.#deps.log.error({ err: error }, "holdings cannot be read");
      return null;
    }
  }
}

/** The search that could not be answered, so that its words stay in the box; null at any other address. */
function readAskedSearch(c: Context): SearchQuery | null {
  const { pathname, searchParams } = new URL(c.req.url);
  const asked = pathname === "/" ? parseSearchAddress(searchParams).data : undefined;
  return asked === undefined || isStart(asked) ? null : asked;
}

/** Whether a client outside the API takes HTML; one that takes anything gets what the address is for. */
function wantsPage(c: Context): boolean {
  const isProgram = /^\/(api|assets)(\/|$)|^\/(healthz|openapi\.json|feed\.\w+)$/.test(c.req.path);
  return !isProgram && /text\/(html|\*)|\*\/\*/.test(c.req.header("accept") ?? "*/*");
}

import { Hono, type Context } from "hono";
import { except } from "hono/combine";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import type { AppDeps } from "./app-deps.ts";
import { readAssets } from "./assets.ts";
import { findProblem, problems, RequestRefused } from "./problem.ts";
import { logRequests } from "./request-log.ts";
import { Responder } from "./responder.tsx";
import { addApiRoute } from "./routes/api-route.ts";
import { apiRoutes } from "./routes/api-routes.ts";
import { addAssetRoute } from "./routes/asset-route.ts";
import { addOriginalViewRoute } from "./routes/original-view-route.ts";
import { eventsPath } from "./routes/events-route.ts";
import { addSourceFormRoutes } from "./routes/source-form-routes.ts";
import { exportRoutes } from "./routes/export-routes.ts";
import { addFeedRoutes } from "./routes/feed-routes.ts";
import { addOpenApiRoute } from "./routes/openapi-route.ts";
import { pageRoutes } from "./routes/page-routes.ts";
import { setSecurityHeaders } from "./security-headers.ts";

/** The whole HTTP side as a function of its parts. It opens no port: ask it with `app.request`. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  const assets = readAssets();
  const responder = new Responder(deps, assets.paths);
  app.use(requestId(), logRequests(deps.log), setSecurityHeaders(), compress());
  // A digest is made of the whole answer: a stream has none.
  const streams = [eventsPath, ...exportRoutes.map(({ path }) => path)];
  app.use(except(streams, etag()));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("Allow", methods.join(", "));
        return responder.problem(c, problems.method_not_allowed);
      },
    }),
  );
  for (const route of apiRoutes) addApiRoute(app, route, deps);
  addOpenApiRoute(app);
  addAssetRoute(app, assets);
  addFeedRoutes(app, deps);
  addOriginalViewRoute(app, deps);
  addSourceFormRoutes(app, deps);
  for (const { path, show } of pageRoutes) {
    app.get(path, async (c) => responder.page(c, await show(c, deps)));
  }
  app.notFound((c) => responder.problem(c, problems.not_found));
  app.onError((error, c) => answerError(error, { c, deps, responder }));
  return app;
}

interface Failure {
  readonly c: Context;
  readonly deps: AppDeps;
  readonly responder: Responder;
}

function answerError(error: Error, { c, deps, responder }: Failure): Promise<Response> {
  const problem = findProblem(error);
  if (problem.logged) {
    deps.log.error({ requestId: c.get("requestId"), err: error }, "request failed");
  }
  const details = error instanceof RequestRefused ? error.details : [];
  return responder.problem(c, problem, details);
}

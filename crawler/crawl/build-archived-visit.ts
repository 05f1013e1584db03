import type { Visit } from "../../corpus/archive/visit.ts";
import type { AddressRole } from "../../corpus/address.ts";
import type { FailureCause } from "../../corpus/failure.ts";
import type { Rendered } from "../browser/rendered.ts";
import type { Fetched } from "../http/exchange.ts";
import { readFileName } from "../http/read-file-name.ts";
import { findHeader } from "../http/response-head.ts";

/**
 * What an answer was asked for: the address as it was known, its source (null: of none yet) and its role there, or that
 * it was looked at to find or to check a source. `failure` is why it is no page after all.
 */
export interface AnswerFacts {
  readonly digest: string;
  readonly source: string | null;
  readonly role: AddressRole | "discovery" | "check";
  readonly address: string;
  readonly failure: FailureCause | null;
}

/** An answer as the archive takes it. `digest` is the SHA-256 of its content in hex, after a 304 that of the copy held. */
export function buildArchivedVisit(fetched: Fetched | Rendered, facts: AnswerFacts): Visit {
  const { digest, source, role, address, failure } = facts;
  const answer = fetched.exchanges.at(-1);
  const tls = answer?.tls;
  const disposition = findHeader(answer?.response.headers ?? [], "content-disposition");
  return {
    exchanges: fetched.exchanges,
    fetched: "fetched" in fetched ? fetched.fetched : [],
    content: fetched.content,
    digest,
    rendered: "rendered" in fetched && fetched.rendered,
    metadata: {
      source,
      role,
      address,
      charset: fetched.charset,
      fileName: readFileName(disposition),
      tls: tls?.profile ?? null,
      tlsFault: tls?.fault ?? null,
      failure,
    },
  };
}

import type { FailureCause } from "../../corpus/failure.ts";
import { buildFailure, FetchFailed } from "./fetch-failed.ts";
import { readCode } from "./tls-ladder.ts";

/** At which step a connection failed. */
export type NetworkStep = "dns" | "connect" | "tls" | "response";

type Meaning = readonly [failure: FailureCause, words: string];

/** What an error of the system means, in words that follow the host's name. */
const meanings: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: ["refused", "refuses connections"],
  ENETUNREACH: ["refused", "cannot be reached from this network"],
  EHOSTUNREACH: ["refused", "cannot be reached"],
  EADDRNOTAVAIL: ["refused", "cannot be reached from this machine"],
  EACCES: ["refused", "may not be reached from this machine"],
  EPERM: ["refused", "may not be reached from this machine"],
  ETIMEDOUT: ["timeout", "did not answer in time"],
  ECONNRESET: ["reset", "broke off the connection"],
  EPIPE: ["reset", "broke off the connection"],
};

/** What an error means that the table does not know. Whatever breaks a handshake or a look-up, that is what is missing. */
const stepMeanings: Readonly<Record<NetworkStep, Meaning>> = {
  dns: ["dns", "cannot be looked up"],
  connect: ["refused", "cannot be reached"],
  tls: ["tls", "lets no encrypted connection come about"],
  response: ["reset", "broke off the connection"],
};

const dnsWords: Readonly<Record<string, string>> = {
  ENOTFOUND: "is not known to DNS",
  ENODATA: "has no address in DNS",
  EAI_AGAIN: "cannot be looked up at the moment, DNS does not answer",
};

/** The failure that an error of DNS, TCP or TLS means; one that is a FetchFailed already stays as it is. */
export function describeNetworkError(error: unknown, host: string, step: NetworkStep): FetchFailed {
  if (error instanceof FetchFailed) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = readCode(cause);
  const [failure, words] = findMeaning(code, step);
  const told = code in meanings || code in dnsWords ? "" : ` (${code || cause.message})`;
  return buildFailure(failure, `${host} ${words}${told}.`, { cause: error });
}

function findMeaning(code: string, step: NetworkStep): Meaning {
  if (step === "dns") return ["dns", dnsWords[code] ?? stepMeanings.dns[1]];
  if (step === "tls") return stepMeanings.tls;
  return meanings[code] ?? stepMeanings[step];
}

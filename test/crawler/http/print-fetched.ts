// Fetches https://www.qingshan.gov.test/ from the port given and prints what TLS came about: a process of its own, since
// node reads the authorities to trust (NODE_EXTRA_CA_CERTS) at its start.
import { buildRequest } from "../../../corpus/address.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import { buildTestOptions, host } from "./fetch-from.ts";

const http = openClient(buildTestOptions(Number(process.argv[2])));
const { exchanges } = await http.fetch(buildRequest(`https://${host}/`), {
  habits: noHabits,
  validators: null,
  signal: new AbortController().signal,
});
process.stdout.write(JSON.stringify(exchanges[0].tls));

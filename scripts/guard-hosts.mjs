/** Refuses what comes under a host name that this server does not answer, for every preload that sees requests first. */
import { createHostCheck, refuseHost } from "./allowed-hosts.mjs";

function openHostCheck() {
  try {
    return createHostCheck({ listen: process.env.PLAYGROUND_LISTEN, hosts: process.env.PLAYGROUND_HOSTS });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const isAllowedHost = openHostCheck();

/** The one that the target names itself wins over the header. */
const hostOf = ({ url = "", headers }) => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host;

export const isForeign = (request) => !isAllowedHost(hostOf(request)) || !isAllowedHost(request.headers.host);

export function answerForeign({ method, headers }, response) {
  const refusal = refuseHost(headers);
  response.writeHead(refusal.status, refusal.headers);
  response.end(method === "HEAD" ? undefined : refusal.body);
}

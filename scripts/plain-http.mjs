/**
 * Loaded into the server before Next: it speaks plain HTTP alone, and says so to whoever asks for more.
 *
 * Next listens for upgrades to other protocols, of which it has none in production, and leaves their sockets open unanswered
 * until it ends. Without a listener Node answers such a request as if it asked for none, which RFC 9110 (7.8) allows. Methods
 * and targets of which Next can make no request would each cost a stack in the log.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Server } from "node:http";

const ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
const METHODS = new Set(ALLOW.split(", "));

/** True where it has been answered here. */
function answersItself({ method = "", url = "" }, response) {
  if (!METHODS.has(method)) response.writeHead(405, { Allow: ALLOW, "Content-Length": 0 });
  // About the server as a whole, and no path of it.
  else if (method === "OPTIONS" && url === "*") response.writeHead(204, { Allow: ALLOW });
  else if (!/^(?:\/|https?:\/\/[^/])/i.test(url)) response.writeHead(400, { "Content-Length": 0 });
  else return false;
  response.end();
  return true;
}

/** A route sees no connection, and a header could be made up: who is connected is told it this way (`lib/server/peer.ts`). */
const peers = new AsyncLocalStorage();
globalThis.playgroundPeers = peers;

const guard = (listener) =>
  function answer(request, response) {
    // Whoever wanted to speak otherwise has nothing more to say in this protocol.
    if (request.headers.upgrade !== undefined) response.shouldKeepAlive = false;
    if (answersItself(request, response)) return;
    peers.run(request.socket.remoteAddress, () => listener.call(this, request, response));
  };

for (const name of ["on", "addListener"]) {
  const listen = Server.prototype[name];
  Server.prototype[name] = function addPlainly(event, listener) {
    if (event === "upgrade") return this;
    return listen.call(this, event, event === "request" ? guard(listener) : listener);
  };
}

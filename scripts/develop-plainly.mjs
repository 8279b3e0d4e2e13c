/** Loaded into the server that `npm run dev` starts, before Next: only the host names of `npm start` are answered. */
import { Server } from "node:http";
import { answerForeign, isForeign } from "./guard-hosts.mjs";

const guards = {
  request: (listener) =>
    function answer(request, response) {
      if (isForeign(request)) answerForeign(request, response);
      else listener.call(this, request, response);
    },
  // A page that is developed hears of changes over a socket, which tells about its files as well.
  upgrade: (listener) =>
    function upgrade(request, socket, head) {
      if (isForeign(request)) socket.end("HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\n\r\n");
      else listener.call(this, request, socket, head);
    },
};

for (const name of ["on", "addListener"]) {
  const listen = Server.prototype[name];
  Server.prototype[name] = function addGuarded(event, listener) {
    return listen.call(this, event, guards[event]?.(listener) ?? listener);
  };
}

/** Loaded into the server that `npm run dev` starts, before Next: only the host names of `npm start` are answered. */
import { Server as PlainServer } from "node:http";
import { Server as SecureServer } from "node:https";
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
      if (!isForeign(request)) return listener.call(this, request, socket, head);
      // Whoever is gone before the answer ends nothing but this.
      socket.on("error", () => socket.destroy());
      socket.end("HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\n\r\n");
    },
};

for (const { prototype } of [PlainServer, SecureServer]) {
  for (const name of ["on", "addListener"]) {
    const listen = prototype[name];
    prototype[name] = function addGuarded(event, listener) {
      return listen.call(this, event, guards[event]?.(listener) ?? listener);
    };
  }
}

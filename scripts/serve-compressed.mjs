/** Loaded into the server before Next: has it serve the files of its build compressed, see `prefer-compressed.mjs`. */
import { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { listCompressed, preferCompressed } from "./prefer-compressed.mjs";

const compressed =
  process.env.PLAYGROUND_COMPRESS === "off"
    ? new Set()
    : listCompressed(fileURLToPath(new URL("../.next/static", import.meta.url)));

for (const name of compressed.size > 0 ? ["on", "addListener"] : []) {
  const listen = Server.prototype[name];
  Server.prototype[name] = function addCompressed(event, listener) {
    return listen.call(this, event, event === "request" ? preferCompressed(compressed, listener) : listener);
  };
}

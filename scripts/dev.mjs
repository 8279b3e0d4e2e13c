/** `npm run dev`: Next's own development server with its own options, under the host names of `npm start` alone. */
import "./check-node.mjs";
import { createRequire } from "node:module";

/** The address after `-H` or `--hostname`, in any of the ways Next takes it; null where none is given. */
function listenOf(options) {
  for (const [index, option] of options.entries()) {
    if (option === "-H" || option === "--hostname") return options[index + 1] ?? null;
    const joined = /^(?:--hostname=|-H=?)(.+)$/.exec(option)?.[1];
    if (joined !== undefined) return joined;
  }
  return null;
}

const options = process.argv.slice(2);
const asked = listenOf(options);
const listen = asked ?? (process.env.PLAYGROUND_LISTEN || "127.0.0.1");
const require = createRequire(import.meta.url);
const next = require.resolve("next/dist/bin/next");

process.env.PLAYGROUND_LISTEN = listen;
// Next answers from a process of its own, which takes these options over.
const preload = new URL("./develop-plainly.mjs", import.meta.url).href;
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(" ");
process.argv = [process.execPath, next, "dev", ...(asked === null ? ["-H", listen] : []), ...options];
require(next);

/** Reads the port to serve on, and finds free ones. */
import { createServer } from "node:net";

/** Answers the port that was listened on for a moment; null when it is taken. 0 takes any free one. */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}

/** The port named by `value` (0 = any free one). Throws one sentence when it is no port, or taken. */
export async function findPort(value) {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) {
    throw new Error(`PORT must be a whole number from 0 to 65535; it is "${value}".`);
  }
  const found = await tryPort(port);
  if (found === null) {
    throw new Error(
      `Port ${port} is taken: stop what uses it, or choose another, e.g. PORT=${port + 1} npm start.`,
    );
  }
  return found;
}

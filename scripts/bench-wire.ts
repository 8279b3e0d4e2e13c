/** Stands between a browser and a server, and counts what the server sends, its headers too. */
import { connect, createServer, type Socket } from "node:net";

export interface Wire {
  /** To be opened in the place of the server's own address. */
  readonly url: string;
  /** Bytes so far. */
  sent(): number;
  close(): Promise<void>;
}

/** @param url of a server that speaks plain HTTP */
export async function countBytes(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  let sent = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      // Either side may leave in the middle: so does the other.
      socket.once("error", () => {
        near.destroy();
        far.destroy();
      });
    }
    far.on("data", (chunk) => {
      sent += chunk.length;
    });
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" ? address?.port : 0}`,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The HTTP client under the relay, where a fetch of the tests' own would prove nothing. */

import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { createUpstream } from "./call-upstream";
import { startService } from "./fixtures/local-service";

async function* pieces() {
  yield new TextEncoder().encode("{}");
}

const init = () =>
  ({
    method: "POST",
    redirect: "manual",
    cache: "no-store",
    headers: {},
    body: { length: 2, chunks: pieces() },
    signal: new AbortController().signal,
  }) as const;

it("gives up on a host that takes the connection and no more", async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = createUpstream(30, new Set([origin]))(`${origin}/x`, init());
  await expect(call).rejects.toMatchObject({ code: "connect_timeout" });
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

it("does not take a host without TLS for one with", async () => {
  const service = await startService((response) => response.end());
  const origin = service.origin.replace("http:", "https:");
  await expect(createUpstream(5000, new Set([origin]))(`${origin}/x`, init())).rejects.toThrow();
  expect(service.seen).toEqual([]);
  await service.close();
});

it("says that a name does not exist", async () => {
  const call = createUpstream(5000, new Set())("https://nowhere.invalid/x", init());
  await expect(call).rejects.toMatchObject({ code: "unknown_host" });
});

it("uses a connection again", async () => {
  const ports = new Set<number | undefined>();
  const service = await startService((response, request) => {
    ports.add(request.socket.remotePort);
    response.end("x");
  });
  const call = createUpstream(5000, new Set([service.origin]));
  for (let index = 0; index < 3; index += 1) await (await call(`${service.origin}/x`, init())).text();
  expect([service.seen.length, ports.size]).toEqual([3, 1]);
  await service.close();
});

it("fails on a compressed answer that is cut", async () => {
  const whole = gzipSync("a long text ".repeat(1000));
  const service = await startService((response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    response.end(whole.subarray(0, whole.length - 12));
  });
  const answer = await createUpstream(5000, new Set([service.origin]))(`${service.origin}/x`, init());
  await expect(answer.text()).rejects.toThrow();
  await service.close();
});

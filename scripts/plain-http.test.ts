/** The server answers requests for another protocol in its own, keeps none of their sockets, and logs nothing of odd ones. */
import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";

/** As Next does: upgrades are taken and left alone, and a request that is no fetch of its own throws. */
const SERVER = `
import { createServer } from "node:http";
const server = createServer((request, response) => {
  if (request.url.startsWith("/record/")) return response.end(String(request.headers["x-raw-target"]));
  if (request.url === "/peer") return response.end(globalThis.playgroundPeers.getStore());
  if (request.url === "/sockets") return server.getConnections((_, count) => response.end(String(count)));
  new Request(new URL(request.url, "http://localhost"), { method: request.method });
  if (!URL.canParse("http://localhost" + request.url)) throw new Error("no path");
  response.end("plain " + request.url);
});
server.on("upgrade", () => undefined);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

const ENV = { ...process.env, PLAYGROUND_LISTEN: "127.0.0.1", PLAYGROUND_HOSTS: "cache.example" };

let child: ChildProcess;
let port = 0;
let log = "";

beforeAll(async () => {
  const options = ["--import", "./scripts/plain-http.mjs", "--input-type=module", "-e", SERVER];
  child = spawn(process.execPath, options, { env: ENV, stdio: ["ignore", "pipe", "pipe"] });
  child.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  port = await new Promise<number>((resolve) => child.stdout?.once("data", (line) => resolve(Number(line))));
});
afterAll(() => void child.kill());

/** Sends the head of a request, and gives all that comes until the server ends the connection, or an answer has arrived. */
const send = (head: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(`${head.join("\r\n")}\r\n\r\n`));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.once("end", () => resolve(answer));
    socket.once("error", reject);
  });

const upgrade = (protocol: string, path = "/") =>
  send([
    `GET ${path} HTTP/1.1`,
    "Host: localhost",
    "Connection: Upgrade, HTTP2-Settings",
    `Upgrade: ${protocol}`,
    "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
  ]);

it.each(["h2c", "websocket", "TLS/1.0", "anything"])("answers a request for %s plainly", async (protocol) => {
  const answer = await upgrade(protocol, "/icon.svg");
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(answer).toMatch(/Connection: close/i);
  expect(answer).toContain("plain /icon.svg");
});

it("keeps none of the sockets of 200 such requests", async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => upgrade("websocket")));
  expect(answers.filter((answer) => answer.startsWith("HTTP/1.1 200"))).toHaveLength(200);
  const sockets = await (await fetch(`http://127.0.0.1:${port}/sockets`)).text();
  expect(Number(sockets)).toBeLessThanOrEqual(5);
});

it.each([
  ["TRACE /", 405],
  ["OPTIONS *", 204],
  ["PROPFIND /", 405],
  ["GET *", 400],
  ["GET /a\\..\\b", 400],
])("answers %s with %i and not a word in the log", async (line, status) => {
  const answer = await send([`${line} HTTP/1.1`, "Host: localhost", "Connection: close"]);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  if (status !== 400) expect(answer).toMatch(/\r\nAllow: GET, HEAD, POST/);
  expect(log).toBe("");
});

it("tells whoever answers who is connected, whatever the headers say", async () => {
  const headers = { "x-forwarded-for": "9.9.9.9" };
  const answer = await fetch(`http://127.0.0.1:${port}/peer`, { headers });
  expect(await answer.text()).toBe("127.0.0.1");
});

it("leaves other requests as they are", async () => {
  expect(await send(["OPTIONS /api HTTP/1.1", "Host: localhost", "Connection: close"])).toContain(
    "plain /api",
  );
  const absolute = ["GET http://localhost/x HTTP/1.1", "Host: localhost", "Connection: close"];
  expect(await send(absolute)).toMatch(/^HTTP\/1\.1 200 OK/);
});

const ask = (target: string, ...headers: string[]) =>
  send([`GET ${target} HTTP/1.1`, ...headers, "Connection: close"]);

it.each(["localhost:3000", "127.0.0.1", "[::1]:3000", "a.localhost", "cache.example"])(
  "answers under %s",
  async (host) => {
    expect(await ask("/x", `Host: ${host}`)).toContain("plain /x");
  },
);

it.each([
  ["/", "Host: evil.example"],
  ["/_next/static/x.js", "Host: evil.example:3000"],
  ["http://evil.example/x", "Host: localhost"],
  ["http://localhost/x", "Host: evil.example"],
])("does not answer %s with %s", async (target, host) => {
  const answer = await ask(target, host);
  expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  expect(answer).toContain("PLAYGROUND_HOSTS");
  expect(answer).not.toContain("plain");
});

it("takes no body at a page, where it would be held", async () => {
  const post = (path: string, method = "POST") =>
    send([`${method} ${path} HTTP/1.1`, "Host: localhost", "Content-Length: 9999999"]);
  for (const path of ["/", "/compare", "/record/abc", "/_next/x", "/recordings/x/y", "//api/x"]) {
    expect(await post(path)).toMatch(/^HTTP\/1\.1 405 [\s\S]*Allow: GET, HEAD, OPTIONS\r\n/);
  }
  expect(await post("/", "OPTIONS")).toMatch(/^HTTP\/1\.1 405 /);
  const taken = ["POST /api/x HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: 0"];
  expect(await send(taken)).toContain("plain /api/x");
});

it("tells how the target of a recording came, and believes nobody else about it", async () => {
  const target = "/record/abc/x?b=%7e&a=+";
  expect(await ask(target, "Host: localhost", "X-Raw-Target: /record/other/y")).toContain(
    `\r\n\r\n${target}`,
  );
  expect(await ask("/record/", "Host: localhost", "X-Raw-Target: /record/other/y")).not.toContain("other");
});

it("ends with one sentence where the list of hosts is wrong", async () => {
  const wrong = spawn(process.execPath, ["--import", "./scripts/plain-http.mjs", "-e", ""], {
    env: { ...process.env, PLAYGROUND_HOSTS: "https://cache.example" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  wrong.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  expect(await new Promise((resolve) => wrong.once("close", resolve))).toBe(1);
  expect(said).toBe('PLAYGROUND_HOSTS: "https://cache.example" is no host name such as cache.example.\n');
});

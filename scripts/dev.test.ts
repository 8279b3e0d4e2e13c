/** `npm run dev` answers under the host names of `npm start` alone, upgrades included, and hands on the options of Next. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { request } from "node:http";
import { connect } from "node:net";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

/** As Next's development server does: pages, and a socket for what changed. */
const SERVER = `
import { createServer } from "node:http";
const server = createServer((request, response) => response.end("page"));
server.on("upgrade", (request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\\r\\nConnection: Upgrade\\r\\nUpgrade: websocket\\r\\n\\r\\n"));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

/** Stands in for Next: tells what it is started with. */
const NEXT = `
import Module from "node:module";
const load = Module._load;
Module._load = (name, ...rest) => {
  if (!/next.dist.bin.next$/.test(name)) return load(name, ...rest);
  const { PLAYGROUND_LISTEN: listen, NODE_OPTIONS: loaded } = process.env;
  console.log(JSON.stringify({ options: process.argv.slice(2), listen, loaded }));
};
`;

const clean = { ...process.env, NODE_OPTIONS: "", PLAYGROUND_LISTEN: "", PLAYGROUND_HOSTS: "" };

function startDev(options: readonly string[], env: Record<string, string> = {}) {
  const stub = `--import=data:text/javascript,${encodeURIComponent(NEXT)}`;
  const told = execFileSync(process.execPath, [stub, "scripts/dev.mjs", ...options], {
    env: { ...clean, ...env },
    encoding: "utf8",
  });
  return JSON.parse(told) as { options: string[]; listen: string; loaded: string };
}

let child: ChildProcess;
let port = 0;

beforeAll(async () => {
  const preload = pathToFileURL("scripts/develop-plainly.mjs").href;
  child = spawn(process.execPath, ["--input-type=module", "-e", SERVER], {
    env: { ...clean, NODE_OPTIONS: `--import=${preload}`, PLAYGROUND_LISTEN: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  port = await new Promise<number>((resolve) => child.stdout?.once("data", (line) => resolve(Number(line))));
});
afterAll(() => void child.kill());

const ask = (host: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, agent: false, headers: { Host: host, ...headers } });
    for (const event of ["response", "upgrade"] as const)
      asked.once(event, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
    asked.once("error", reject).end();
  });

const UPGRADE = { Connection: "Upgrade", Upgrade: "websocket" };

it.each(["localhost:3000", "127.0.0.1", "[::1]:3000"])("answers under %s", async (host) => {
  expect([await ask(host), await ask(host, UPGRADE)]).toEqual([200, 101]);
});

it.each(["evil.example", "evil.example:3000", "127.0.0.1.evil.example", "192.168.1.7"])(
  "does not answer under %s",
  async (host) => {
    expect([await ask(host), await ask(host, UPGRADE)]).toEqual([421, 421]);
  },
);

it("outlives a foreign client that is gone before its answer", async () => {
  const asked = "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  for (let count = 0; count < 20; count++) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(asked, () => socket.resetAndDestroy());
      });
      socket.once("close", () => resolve());
    });
  }
  expect(await ask("localhost")).toBe(200);
  expect(child.exitCode).toBeNull();
});

it("listens on this machine alone, and loads the check before Next", () => {
  expect(startDev(["-p", "4010", "--inspect"])).toEqual({
    options: ["dev", "-H", "127.0.0.1", "-p", "4010", "--inspect"],
    listen: "127.0.0.1",
    loaded: `--import=${pathToFileURL("scripts/develop-plainly.mjs").href}`,
  });
});

it.each([["-H", "0.0.0.0"], ["--hostname", "0.0.0.0"], ["--hostname=0.0.0.0"], ["-H0.0.0.0"]])(
  "judges host names by the address that %s asks for",
  (...options) => {
    expect(startDev(options)).toMatchObject({ options: ["dev", ...options], listen: "0.0.0.0" });
  },
);

it("keeps options of Node and the setting of npm start", () => {
  const env = { NODE_OPTIONS: "--max-old-space-size=900", PLAYGROUND_LISTEN: "0.0.0.0" };
  const { options, loaded } = startDev([], env);
  expect(options).toEqual(["dev", "-H", "0.0.0.0"]);
  expect(loaded).toMatch(/^--max-old-space-size=900 --import=file:/);
});

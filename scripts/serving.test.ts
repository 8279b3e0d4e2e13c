/** A serving process told to end lets answers finish, and what it logs of requests holds nothing that was sent. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as send } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

/** Answers `/api/s` at once, and a stream that goes on for as long as its path says. Stores settle when it ends. */
const SERVER = `
import { createServer } from "node:http";
globalThis.playgroundEndings = new Set([async () => console.log("settled")]);
globalThis.playgroundStores = new Map([["one", Promise.resolve({ close: async () => console.log("closed") })]]);
const server = createServer(async (request, response) => {
  for await (const chunk of request);
  if (request.headers["x-refuse"]) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const served = globalThis.playgroundRequests?.getStore();
    if (served) served.reason = "short_link_rate";
    response.writeHead(429).end("no");
    return;
  }
  if (!request.url.startsWith("/emulator/stream")) return response.end("plain");
  response.write("first ");
  let left = 20;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0 || request.url.endsWith("endless")) return response.write("more ");
    clearInterval(timer);
    response.end("last");
  }, 20);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

const ROUTES = {
  "/icon.svg/route": "/icon.svg",
  "/api/s/route": "/api/s",
  "/api/s/[id]/route": "/api/s/[id]",
  "/emulator/[[...path]]/route": "/emulator/[[...path]]",
  "/page": "/",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "serving-"));
  mkdirSync(join(folder, ".next"));
  writeFileSync(join(folder, ".next", "app-path-routes-manifest.json"), JSON.stringify(ROUTES));
});
afterAll(() => rmSync(folder, { recursive: true }));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function start(env: Record<string, string> = {}) {
  const loaded = ["end-gracefully", "log-requests"].flatMap((name) => [
    "--import",
    resolve("scripts", `${name}.mjs`),
  ]);
  const child = spawn(process.execPath, [...loaded, "--input-type=module", "-e", SERVER], {
    cwd: folder,
    env: { ...process.env, PLAYGROUND_LOG: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { out: "", log: "" };
  const port = await new Promise<number>((done) => {
    child.stdout?.on("data", (chunk) => {
      said.out += chunk;
      done(Number(said.out.split("\n")[0]));
    });
    child.stderr?.on("data", (chunk) => {
      said.log += chunk;
    });
  });
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  return { child, said, ended, port, origin: `http://127.0.0.1:${port}` };
}

/** A stream of which the first piece has come; `rest` is all of it, or null where it breaks off. */
async function openStream(url: string) {
  const answer = await fetch(url);
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    return done ? null : decoder.decode(value);
  };
  let text = (await read()) ?? "";
  const rest = async () => {
    try {
      for (let piece = await read(); piece !== null; piece = await read()) text += piece;
      return text;
    } catch {
      return null;
    }
  };
  return { first: text, rest };
}

const refusesConnections = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      done(false);
    });
    socket.once("error", () => done(true));
  });

describe("told to end", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "by %s, it ends with 0 where nothing is under way",
    async (signal) => {
      const { child, ended, origin, said } = await start();
      await (await fetch(origin)).text();
      child.kill(signal);
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(said.out).toMatch(/settled\nclosed\n$/);
    },
  );

  it("lets a stream finish, takes no connections meanwhile, and settles only then", async () => {
    const { child, ended, origin, port, said } = await start();
    const { first, rest } = await openStream(`${origin}/emulator/stream`);
    expect(first).toBe("first ");
    child.kill("SIGTERM");
    await expect.poll(() => refusesConnections(port)).toBe(true);
    expect(said.out).not.toContain("settled");
    expect(await rest()).toMatch(/^first (?:more )+last$/);
    expect(await ended).toBe(0);
    expect(said.out).toMatch(/settled\nclosed\n$/);
    expect(said.log).toBe("");
  });

  it("breaks off what goes on for too long, and says so", async () => {
    const { child, ended, origin, said } = await start({ PLAYGROUND_END_SECONDS: "1" });
    const { rest } = await openStream(`${origin}/emulator/stream/endless`);
    child.kill("SIGTERM");
    expect(await rest()).toBeNull();
    expect(await ended).toBe(0);
    expect(said.log).toBe("1 answers were under way after 1 s and have been broken off.\n");
  });
});

const linesOf = (log: string) =>
  log
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const SECRET = "s3cret-prompt";

describe("the log of requests", () => {
  const ask = (origin: string, path: string, headers = {}) =>
    fetch(`${origin}${path}`, {
      method: "POST",
      body: SECRET.repeat(10),
      headers: { authorization: SECRET, "x-forwarded-for": "192.0.2.7", ...headers },
    }).then((answer) => answer.text());

  it("has a line a request of the API, with its route as a pattern and nothing that was sent", async () => {
    const { child, ended, origin, said } = await start({
      PLAYGROUND_LOG: "requests",
      PLAYGROUND_TRUST_PROXY: "1",
    });
    await ask(origin, `/api/s/${SECRET}?q=${SECRET}`);
    await ask(origin, `/emulator/v1/${SECRET}`);
    await ask(origin, `/api/${SECRET}`);
    await ask(origin, "/");
    await ask(origin, "/icon.svg");
    await ask(origin, "/api/s", { "x-refuse": "1", "x-forwarded-for": "192.0.2.8" });
    child.kill("SIGTERM");
    await ended;
    const lines = linesOf(said.log);
    expect(lines.map(({ route, status, reason }) => [route, status, reason])).toEqual([
      ["/api/s/[id]", 200, null],
      ["/emulator/[[...path]]", 200, null],
      ["none", 200, null],
      ["/api/s", 429, "short_link_rate"],
    ]);
    expect(lines[0]).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: "request",
      method: "POST",
      route: "/api/s/[id]",
      status: 200,
      ended: true,
      ms: expect.any(Number),
      bytesIn: expect.any(Number),
      bytesOut: expect.any(Number),
      client: expect.stringMatching(/^[0-9a-f]{8}$/),
      reason: null,
    });
    expect(lines[0]?.bytesIn).toBeGreaterThan(130);
    expect(lines[0]?.bytesIn).toBeLessThan(1500);
    expect(lines[0]?.bytesOut).toBeGreaterThan("plain".length);
    expect(lines[0]?.client).toBe(lines[1]?.client);
    expect(lines[0]?.client).not.toBe(lines[3]?.client);
    expect(said.log).not.toMatch(/s3cret|192\.0/);
  });

  it("names no client without proxies, where its address is this machine's own", async () => {
    const { child, ended, origin, said } = await start({ PLAYGROUND_LOG: "requests" });
    await ask(origin, "/api/s");
    child.kill("SIGTERM");
    await ended;
    expect(linesOf(said.log)).toMatchObject([{ route: "/api/s", client: null }]);
  });

  it("tells of a client that left before the end", async () => {
    const { child, ended, origin, port, said } = await start({ PLAYGROUND_LOG: "refused" });
    await ask(origin, "/api/s");
    await new Promise<void>((done) => {
      const asked = send({ port, path: "/emulator/stream/endless" }, (answer) => {
        answer.once("data", () => asked.destroy());
        answer.once("error", () => done());
      });
      asked.end();
    });
    await expect.poll(() => said.log).toContain("request");
    child.kill("SIGTERM");
    await ended;
    expect(linesOf(said.log)).toMatchObject([{ route: "/emulator/[[...path]]", status: 200, ended: false }]);
  });

  it.each(["", "plain", "faults"])("is empty at the level %j", async (level) => {
    const { child, ended, origin, said } = await start({ PLAYGROUND_LOG: level });
    await ask(origin, "/api/s", { "x-refuse": "1" });
    child.kill("SIGTERM");
    await ended;
    expect(said.log).toBe("");
  });
});

it("reads the settings of the process, and names a wrong one", async () => {
  const { readEndSeconds, readLogLevel } = await import(resolve("scripts", "server-settings.mjs"));
  expect([readLogLevel({}), readEndSeconds({})]).toEqual(["plain", 30]);
  expect([
    readLogLevel({ PLAYGROUND_LOG: "faults" }),
    readEndSeconds({ PLAYGROUND_END_SECONDS: "90" }),
  ]).toEqual(["faults", 90]);
  expect(() => readLogLevel({ PLAYGROUND_LOG: "verbose" })).toThrow("PLAYGROUND_LOG");
  for (const wrong of ["0", "1.5", "3601", "x"]) {
    expect(() => readEndSeconds({ PLAYGROUND_END_SECONDS: wrong })).toThrow("PLAYGROUND_END_SECONDS");
  }
});

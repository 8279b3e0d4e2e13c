/** Two servers of the build on one Redis behind nginx, with the very configuration that docs/deploy.md shows. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const HOST = "playground.example";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As they came. */
  readonly chunks: readonly string[];
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Called when the first piece of the answer's body is there. */
  readonly onFirst?: () => void;
}

/** Sends a request to a port of this machine as if it were the documented host's. */
export type Ask = (path: string, sent?: Sent) => Promise<Answer>;

export interface RunningServer {
  readonly ask: Ask;
  /** All that it has written to stderr. */
  readonly log: () => string;
  /** As systemd does; resolves with the code it ends with. */
  stop(): Promise<number | null>;
}

interface RunningRedis {
  readonly url: string;
  /** Answers no more, and keeps its connections open. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export interface Installation {
  readonly redis: RunningRedis;
  readonly servers: readonly [RunningServer, RunningServer];
  /** Through nginx, with TLS where openssl is there. */
  readonly ask: Ask;
  /** Through nginx, at its port for plain HTTP. */
  readonly askPlain: Ask;
  readonly tls: boolean;
  stop(): Promise<void>;
}

/** Path of a program of `scripts/find-program.mjs`; null where it is not there. Nothing is installed. */
export async function findProgram(name: "nginx" | "redis-server"): Promise<string | null> {
  const finder = resolve("scripts/find-program.mjs");
  const { findProgram: find } = (await import(finder)) as { findProgram(name: string): string | null };
  return find(name);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** @param certificate the one that is believed; null = plain HTTP */
const askAt =
  (port: number, certificate: Buffer | null = null): Ask =>
  (path, { method = "GET", headers = {}, body, onFirst } = {}) =>
    new Promise((done, fail) => {
      const options = {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { host: HOST, ...headers },
        agent: false,
      };
      const sent = certificate
        ? tlsRequest({ ...options, ca: certificate, servername: HOST })
        : plainRequest(options);
      sent.once("error", fail);
      sent.once("response", (answer) => {
        const chunks: string[] = [];
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          if (chunks.push(chunk) === 1) onFirst?.();
        });
        answer.once("error", fail);
        answer.once("end", () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, chunks, text: chunks.join("") }),
        );
      });
      sent.end(body);
    });

/** Nothing that was started outlives the tests, also where they break off. */
function endWithTests<Child extends ChildProcess>(child: Child): Child {
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}

async function startRedis(program: string): Promise<RunningRedis> {
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const port = await findFreePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const child = endWithTests(spawn(program, settings, { stdio: ["ignore", "pipe", "ignore"] }));
  await new Promise<void>((done, fail) => {
    child.once("exit", () => fail(new Error("redis-server did not start.")));
    child.stdout.on("data", (text) => String(text).includes("Ready to accept connections") && done());
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    async stop() {
      // Not to be refused by one that is paused; there is nothing to save.
      await endChild(child, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `npm start`, as systemd runs it. */
async function startServer(env: Readonly<Record<string, string>>): Promise<RunningServer & { port: number }> {
  const child = endWithTests(
    spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...process.env, PORT: "0", PLAYGROUND_LISTEN: "127.0.0.1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const port = await new Promise<number>((done, fail) => {
    child.once("exit", () => fail(new Error(`The server did not start: ${log}`)));
    child.stdout.on("data", (text) => {
      const found = /ready: http:\/\/localhost:(\d+)/.exec(String(text))?.[1];
      if (found) done(Number(found));
    });
  });
  return { port, ask: askAt(port), log: () => log, stop: () => endChild(child, "SIGTERM") };
}

/** The blocks of nginx's configuration in the documentation: that of the site, and the list of several servers. */
function readDocumented(): { site: string; several: string } {
  const blocks = [...readFileSync("docs/deploy.md", "utf8").matchAll(/```nginx\n([^`]+)```/g)];
  const [site = "", several = ""] = blocks.map((block) => block[1] ?? "");
  return { site, several };
}

/** Replaces what has to be there: a configuration that has changed must not pass for the documented one. */
function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new Error(`docs/deploy.md has no "${from}" any more.`);
    return done.replaceAll(from, to);
  }, text);
}

interface Ports {
  readonly plain: number;
  readonly tls: number;
  readonly servers: readonly [number, number];
}

/** The documented site with two servers, at these ports. */
function writeSite(folder: string, ports: Ports, withTls: boolean): string {
  const { site, several } = readDocumented();
  const servers = replaceAll(several, [
    ["10.0.0.11:3000", `127.0.0.1:${ports.servers[0]}`],
    ["10.0.0.12:3000", `127.0.0.1:${ports.servers[1]}`],
  ]);
  const live = "/etc/letsencrypt/live/playground.example";
  const placed = replaceAll(site, [
    ["upstream playground {\n  server 127.0.0.1:3000;\n}\n", servers],
    ["listen 80;", `listen 127.0.0.1:${ports.plain};`],
    ["listen 443 ssl;", `listen 127.0.0.1:${ports.tls}${withTls ? " ssl" : ""};`],
    [live, folder],
    ["error_log /var/log/nginx/playground.log crit;", "error_log stderr crit;"],
  ]);
  return withTls ? placed : placed.replace(/^ *ssl_.*\n/gm, "");
}

const writeConfig = (site: string): string => `
daemon off;
pid nginx.pid;
worker_processes 1;
error_log stderr crit;
${process.getuid?.() === 0 ? "user root;" : ""}
events {}
http {
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  ${site}
}
`;

/** A certificate of its own for the documented host; null where there is no openssl. */
function makeCertificate(folder: string): Buffer | null {
  const [key, certificate] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
  const subject = ["-subj", `/CN=${HOST}`, "-addext", `subjectAltName=DNS:${HOST}`];
  const asked = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" ");
  try {
    execFileSync("openssl", [...asked, "-keyout", key, "-out", certificate, ...subject], { stdio: "ignore" });
    return readFileSync(certificate);
  } catch {
    return null;
  }
}

async function startNginx(program: string, servers: readonly [number, number]) {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const certificate = makeCertificate(folder);
  const ports = { plain: await findFreePort(), tls: await findFreePort(), servers };
  const config = join(folder, "nginx.conf");
  writeFileSync(config, writeConfig(writeSite(folder, ports, certificate !== null)));
  const child = endWithTests(
    spawn(program, ["-p", folder, "-e", "stderr", "-c", config], { stdio: ["ignore", "ignore", "inherit"] }),
  );
  return {
    ask: askAt(ports.tls, certificate),
    askPlain: askAt(ports.plain),
    tls: certificate !== null,
    async stop() {
      await endChild(child, "SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(ask: Ask): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask("/api/health").catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("nginx and its servers did not become ready.");
}

/** Starts all of it; `stop` ends all of it. */
export async function startInstallation(programs: {
  readonly nginx: string;
  readonly redis: string;
}): Promise<Installation> {
  const redis = await startRedis(programs.redis);
  const settings = {
    PLAYGROUND_REDIS_URL: redis.url,
    PLAYGROUND_TRUST_PROXY: "1",
    PLAYGROUND_HOSTS: HOST,
    PLAYGROUND_COMPRESS: "off",
    PLAYGROUND_LOG: "requests",
    PLAYGROUND_RECORD: "off",
  };
  const [first, second] = await Promise.all([startServer(settings), startServer(settings)]);
  const nginx = await startNginx(programs.nginx, [first.port, second.port]);
  await untilReady(nginx.ask);
  return {
    redis,
    servers: [first, second],
    ask: nginx.ask,
    askPlain: nginx.askPlain,
    tls: nginx.tls,
    async stop() {
      await Promise.all([nginx.stop(), first.stop(), second.stop()]);
      await redis.stop();
    },
  };
}

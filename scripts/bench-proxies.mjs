/** Starts what the relay's measurement sends through: the playground itself, and nginx as a plain reverse proxy. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPort } from "./find-port.mjs";

const START = fileURLToPath(new URL("start.mjs", import.meta.url));

/** `npm start` with the relay open for `service`. Answers its origin and how to end it; rejects when it does not come up. */
export async function startPlayground(service, streams) {
  const child = spawn(process.execPath, [START], {
    env: {
      ...process.env,
      PORT: "0",
      PLAYGROUND_LISTEN: "127.0.0.1",
      PLAYGROUND_RELAY_HOSTS: service,
      PLAYGROUND_RELAY_REQUESTS_PER_MINUTE: "1000000",
      PLAYGROUND_RELAY_STREAMS_PER_CLIENT: String(streams),
      PLAYGROUND_RELAY_STREAMS: String(streams),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The playground did not start.")));
    child.stdout.on("data", (text) => {
      const port = /ready: http:\/\/localhost:(\d+)/.exec(String(text))?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
  });
  return { origin, stop: () => stopChild(child) };
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

const writeConfig = (port, service) => `
daemon off;
pid nginx.pid;
worker_processes 1;
worker_rlimit_nofile 8192;
error_log stderr crit;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  client_max_body_size 10m;
  client_body_buffer_size 1m;
  upstream service { server ${new URL(service).host}; keepalive 1024; }
  server {
    listen 127.0.0.1:${port} backlog=1024;
    location / {
      proxy_pass http://service;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_buffering off;
      proxy_read_timeout 120s;
    }
  }
}
`;

async function isUp(origin) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(origin, { method: "POST", headers: { authorization: 'Bearer {"chunks":1,"every":0}' } });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

/** nginx before `service`, with a configuration of its own. Null where nginx is not installed. */
export async function startNginx(service) {
  const folder = mkdtempSync(join(tmpdir(), "bench-relay-"));
  const port = await findPort("0");
  const config = join(folder, "nginx.conf");
  writeFileSync(config, writeConfig(port, service));
  const child = spawn("nginx", ["-p", folder, "-e", "stderr", "-c", config], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const missing = await Promise.race([
    once(child, "error").then(() => true),
    once(child, "spawn").then(() => false),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (!missing) await stopChild(child);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!missing && (await isUp(origin))) return { origin, stop };
  await stop();
  return null;
}

/**
 * Measures what the relay adds: the time to the first byte, and many streams at one time with every chunk counted; against
 * a direct call and against nginx as a plain reverse proxy. All on this machine; one table, one run, nothing is asserted.
 */
import { Agent, request } from "node:http";
import { startNginx, startPlayground } from "./bench-proxies.mjs";
import { startBenchService } from "./bench-service.mjs";

const WARM_UP = 200;
const CALLS = 500;
const STREAMS = 500;
const CHUNKS = 40;
const EVERY_MS = 250;
const LIMIT_MS = 300_000;
const BODY = JSON.stringify({
  model: "qwen-plus",
  messages: [{ role: "user", content: "a word ".repeat(4000) }],
});

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** One request. Answers the milliseconds to its first byte, and each event's milliseconds on the way, in order of number. */
function call({ url, headers, method = "POST" }, chunks, every) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const sent = request(url, {
      method,
      agent,
      headers: {
        ...headers,
        authorization: `Bearer ${JSON.stringify({ chunks, every })}`,
        ...(method === "POST" ? { "content-length": Buffer.byteLength(BODY) } : {}),
      },
    });
    sent.once("error", reject);
    sent.once("response", (response) => {
      let first = null;
      let text = "";
      let next = 0;
      const delays = [];
      response.on("data", (chunk) => {
        const now = performance.now();
        first ??= now - start;
        const events = (text + chunk).split("\n\n");
        text = events.pop();
        for (const event of events) {
          const [, number, at] = event.split(" ");
          if (Number(number) === next) delays.push(now - Number(at));
          next += 1;
        }
      });
      response.once("error", reject);
      response.once("end", () =>
        response.statusCode === 200
          ? resolve({ first, delays })
          : reject(new Error(`Status ${response.statusCode}`)),
      );
    });
    sent.end(method === "POST" ? BODY : undefined);
  });
}

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const print = (cells) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : String(cell).padStart(13))).join(""));

/** One call after the other, the ways in turn, so that a slow moment of the machine meets all alike. */
async function measureFirstByte(ways) {
  const times = new Map(ways.map(({ name }) => [name, []]));
  for (let index = 0; index < WARM_UP + CALLS; index += 1) {
    for (const way of ways) {
      const { first } = await call(way, 1, 0);
      if (index >= WARM_UP) times.get(way.name).push(first);
    }
  }
  for (const list of times.values()) list.sort((a, b) => a - b);
  const direct = times.get(ways[0].name);
  console.log(
    `\nTime to the first byte, ms; ${CALLS} calls with ${(BODY.length / 1000).toFixed(0)} kB, one after the other`,
  );
  print(["", "median", "95 %", "99 %", "added median", "added 95 %"]);
  for (const [name, list] of times) {
    const at = (share) => quantile(list, share);
    const added = (share) => (at(share) - quantile(direct, share)).toFixed(2);
    print([name, at(0.5).toFixed(2), at(0.95).toFixed(2), at(0.99).toFixed(2), added(0.5), added(0.95)]);
  }
}

async function measureStreams(ways) {
  console.log(
    `\n${STREAMS} streams at one time, ${CHUNKS} chunks each, one in ${EVERY_MS} ms; ms that a chunk is on its way`,
  );
  print(["", "whole streams", "chunks", "lost", "median", "99 %", "longest"]);
  for (const way of ways) {
    const ended = await Promise.allSettled(
      Array.from({ length: STREAMS }, () => call(way, CHUNKS, EVERY_MS)),
    );
    const streams = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const whole = streams.filter(({ delays }) => delays.length === CHUNKS).length;
    const delays = streams.flatMap((stream) => stream.delays).sort((a, b) => a - b);
    const at = (share) => quantile(delays, share).toFixed(1);
    print([way.name, whole, delays.length, STREAMS * CHUNKS - delays.length, at(0.5), at(0.99), at(1)]);
    for (const { reason } of ended.filter(({ status }) => status === "rejected").slice(0, 3)) {
      console.log(`  ${reason.message}`);
    }
  }
}

const { server, origin } = await startBenchService();
const stops = [];
try {
  const playground = await startPlayground(origin, STREAMS + 10);
  stops.push(playground.stop);
  const nginx = await startNginx(origin);
  if (nginx) stops.push(nginx.stop);
  else console.log("nginx is not installed, so it is left out.");

  const path = "/compatible-mode/v1/chat/completions";
  const headers = { "content-type": "application/json" };
  const endpoint = `operator/${new URL(origin).host}/openai`;
  const ways = [
    { name: "direct", url: origin + path, headers },
    ...(nginx ? [{ name: "nginx", url: nginx.origin + path, headers }] : []),
    {
      name: "the relay",
      url: `${playground.origin}/api/relay`,
      headers: { ...headers, "x-relay-endpoint": endpoint },
    },
  ];
  const late = setTimeout(() => {
    console.error("The measurement takes too long and is ended.");
    agent.destroy();
  }, LIMIT_MS);
  // A route that answers at once and asks nobody: what of the relay's time is the framework's.
  const alone = { name: "Next alone", url: `${playground.origin}/api/relay`, headers: {}, method: "GET" };
  await measureFirstByte([...ways, alone]);
  await measureStreams(ways);
  clearTimeout(late);
} finally {
  for (const stop of stops) await stop();
  agent.destroy();
  server.closeAllConnections();
  server.close();
}

/** The command finds what the emulator plays, keeps to what it said it costs, and gives no key away. */
import { describe, expect, it } from "vitest";
import type { Io } from "../../../scripts/probe/io";
import { probeCommand } from "../../../scripts/probe/probe-command";
import { listEndpoints } from "../../offers/endpoints";
import { listProbes } from "../../probes/list-probes";
import { readProbeReport } from "../../probes/read-report";
import { createEmulatorPost } from "./fixtures/ask-emulator";

const KEY = "sk-0123456789abcdef0123456789abcdef";

interface World extends Io {
  readonly files: Map<string, string>;
  readonly lines: string[];
  readonly warnings: string[];
  /** Bodies that went through the relay. */
  readonly relayed: string[];
  /** When, in seconds. */
  readonly times: number[];
  interrupt(): void;
}

/** A playground whose service behaves as the emulator does, on a clock that moves when it is waited for. */
function createWorld(
  env: Record<string, string> = {},
  beforeCall: (order: number, world: World) => void = () => {},
): World {
  const emulate = createEmulatorPost();
  let [time, words] = [1_795_000_000, 0];
  const listeners = new Set<() => void>();
  const relayed: string[] = [];
  const times: number[] = [];
  const relay = (init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const isAnthropic = headers.get("x-relay-endpoint") === "intl-anthropic";
    const path = isAnthropic ? "/apps/anthropic/v1/messages" : "/compatible-mode/v1/chat/completions";
    relayed.push(String(init.body));
    times.push(time);
    beforeCall(relayed.length, world);
    time += 0.01;
    const sent = {
      authorization: headers.get("authorization") ?? "",
      "content-type": "application/json",
      "x-emulator-time": String(time),
    };
    return emulate(path, { method: "POST", headers: sent, body: init.body ?? null });
  };
  const world: World = {
    files: new Map(),
    lines: [],
    warnings: [],
    relayed,
    times,
    env,
    fetch: async (url, init) => {
      const path = String(url).replace("http://127.0.0.1:3000", "");
      if (path !== "/api/relay") return emulate(path, init);
      if (init?.method === "POST") return relay(init);
      return Response.json({
        endpoints: listEndpoints(),
        serverKey: { onThisMachine: false },
        requestsPerMinute: 60,
      });
    },
    say: (line) => void world.lines.push(line),
    warn: (line) => void world.warnings.push(line),
    readFile: async (path) => world.files.get(path) ?? Promise.reject(new Error("no file")),
    writeFile: async (path, text) => void world.files.set(path, text),
    now: () => time,
    newWord: () => `word${words++}`,
    sleep: async (seconds) => {
      time += seconds;
    },
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    interrupt() {
      for (const listener of listeners) listener();
    },
  };
  return world;
}

const run = (world: World, line: string): Promise<number> => probeCommand(line.split(" "), world);

const fileOf = (world: World, ending: string): [string, string] =>
  [...world.files].find(([path]) => path.endsWith(ending)) ?? ["", ""];

const costOf = (text: string): { most: number; spent: number; maybe: number } => JSON.parse(text).costs;

describe("on the emulator", () => {
  it.each([
    [
      "",
      {
        "extra-markers": "last-four",
        "tool-marker": "ignored",
        "result-marker": "own-end",
        "nested-marker": "ignored",
      },
    ],
    [
      " --reading extra-markers=refused --reading tool-marker=system-end --reading result-marker=turn-end --reading nested-marker=result-end",
      {
        "extra-markers": "refused",
        "tool-marker": "system-end",
        "result-marker": "turn-end",
        "nested-marker": "result-end",
      },
    ],
  ])("finds with the cheap set what is played:%s", async (readings, expected) => {
    const world = createWorld();
    expect(await run(world, `--endpoint emulator --model qwen3-max --cheap${readings}`)).toBe(0);
    for (const ending of [".json", ".md"]) {
      const read = readProbeReport(fileOf(world, ending === ".json" ? "0.json" : ending)[1]);
      const found = read.ok ? Object.assign({}, ...read.findings.map((one) => one.readings)) : read;
      expect(found).toMatchObject(expected);
      expect(read.ok && read.findings).toHaveLength(8);
    }
    expect(world.lines).toContainEqual(expect.stringMatching(/^\d+ calls in all, at most [\d.]+ USD/));
    expect(world.lines.at(-2)).toMatch(/^The service would have charged .*; the emulator charges nothing\.$/);
    expect(world.warnings).toEqual([]);
  });

  it.each(["qwen3-max", "qwen3.7-max", "qwen4-max"])(
    "costs no more than it said for any question, on %s",
    async (model) => {
      let asked = 0;
      for (const { id, needs } of listProbes()) {
        const world = createWorld();
        const second = needs.includes("second") ? " --second-kind key" : "";
        const code = await run(world, `--endpoint emulator --model ${model} --only ${id}${second}`);
        if (code === 2) continue;
        asked += 1;
        const { most, spent, maybe } = costOf(fileOf(world, "0.json")[1]);
        expect(spent + maybe, id).toBeLessThanOrEqual(most);
        expect(spent, id).toBeGreaterThan(0);
      }
      expect(asked).toBeGreaterThanOrEqual(16);
    },
  );

  it("says with its exit code that something cannot be told", async () => {
    const world = createWorld();
    const emulate = world.fetch;
    const failing: World = {
      ...world,
      fetch: async (url, init) =>
        init?.method === "POST" ? new Response("{}", { status: 500 }) : emulate(url, init),
    };
    expect(await run(failing, "--endpoint emulator --model qwen3-max --only tool-marker")).toBe(1);
    expect(world.lines).toContainEqual(
      expect.stringContaining("tool-marker: Cannot tell. Too many calls failed"),
    );
  });
});

describe("on a service", () => {
  const env = { PROBE_KEY: KEY, PROBE_SECOND_KEY: `${KEY}2` };
  const ask = "--endpoint intl --model qwen3-max --only extra-markers,life";

  it("shows what it may cost, and sends nothing without --yes", async () => {
    const world = createWorld(env);
    expect(await run(world, ask)).toBe(2);
    expect(world.relayed).toEqual([]);
    expect(world.files.size).toBe(0);
    expect(world.lines).toContainEqual(
      expect.stringMatching(/life: 54 calls, at most 0\.\d+ USD, 1 h 20 min 2 s of waiting/),
    );
    expect(world.lines.at(-1)).toBe("Nothing was sent: add --yes to send these calls.");
  });

  it("waits on the clock, settles, and writes the key nowhere", async () => {
    const world = createWorld(env);
    expect(await run(world, `${ask} --yes`)).toBe(0);
    expect(world.lines).toContainEqual(expect.stringMatching(/^Waiting .*min/));
    expect(world.lines).toContainEqual(
      "  6 life: How long does an entry live without use? Five minutes. As documented.",
    );
    const all = [...world.files.values(), ...world.lines, ...world.warnings].join("\n");
    expect(all).not.toContain(KEY);
    expect(fileOf(world, ".md")[1]).toContain("- Endpoint: dashscope-intl.aliyuncs.com");
  });

  it("sends no more in a minute than the relay passes on, and settles the cheap set", async () => {
    const world = createWorld(env);
    expect(await run(world, "--endpoint intl --model qwen3.7-max --cheap --yes")).toBe(0);
    expect(world.relayed.length).toBeGreaterThan(100);
    const most = Math.max(
      ...world.times.map((from) => world.times.filter((at) => at >= from && at < from + 60).length),
    );
    expect(most).toBeLessThanOrEqual(60);
    const { spent, maybe, most: stated } = costOf(fileOf(world, "0.json")[1]);
    expect(spent + maybe).toBeLessThanOrEqual(stated);
  });

  it("pauses where it is interrupted, and goes on from its state with the same findings", async () => {
    const world = createWorld(env, (order, own) => order === 20 && own.interrupt());
    expect(await run(world, `${ask} --yes`)).toBe(3);
    const sent = world.relayed.length;
    expect(sent).toBeLessThan(30);
    const [state, text] = fileOf(world, ".state.json");
    expect(text).not.toContain(KEY);
    expect(fileOf(world, ".md")[1]).toContain("Not finished.");
    expect(await run(world, `--resume ${state} --yes`)).toBe(0);
    const read = readProbeReport(fileOf(world, ".md")[1]);
    expect(read.ok && read.findings.map(({ verdict }) => verdict)).toEqual(["settled", "settled"]);
    expect(world.relayed.length).toBeLessThan(sent + 80);
  });

  it("says the report where it cannot be written any more, and that the state is lost", async () => {
    const world = createWorld(env);
    let isFull = false;
    const full: Io = {
      ...world,
      writeFile: (path, text) => (isFull ? Promise.reject(new Error("full")) : world.writeFile(path, text)),
      fetch: (url, init) => {
        isFull ||= init?.method === "POST";
        return world.fetch(url, init);
      },
    };
    expect(await probeCommand(`${ask} --yes`.split(" "), full)).toBe(0);
    expect(world.warnings.filter((line) => line.includes("cannot go on"))).toHaveLength(1);
    expect(world.warnings.at(-1)).toContain("the report follows");
    const report = world.lines.find((line) => line.startsWith("# ")) ?? "";
    expect(readProbeReport(report)).toMatchObject({ ok: true });
  });

  it("stops before the ceiling could be passed, and goes on with a higher one", async () => {
    const world = createWorld(env);
    expect(await run(world, `${ask} --ceiling 0.1 --yes`)).toBe(3);
    const { spent, maybe } = costOf(fileOf(world, "0.json")[1]);
    expect(spent + maybe).toBeLessThanOrEqual(0.1);
    expect(world.lines).toContainEqual(
      expect.stringMatching(/^The next calls could pass the ceiling\. Go on with --resume/),
    );
    expect(await run(world, `--resume ${fileOf(world, ".state.json")[0]} --ceiling 3 --yes`)).toBe(0);
  });

  it("asks by a second key where one is given", async () => {
    const world = createWorld(env);
    expect(await run(world, "--endpoint intl --model qwen3-max --only sharing --second-kind key --yes")).toBe(
      0,
    );
    // The emulator takes another key for another account.
    expect(world.lines).toContainEqual(
      " 18 sharing: Do two keys of one account share entries? No. Not as documented, which is: Yes.",
    );
  });
});

it.each([
  ["", /--endpoint and --model/],
  [`--endpoint intl --model qwen3-max --api-key=${KEY}`, /no option --api-key\.$/],
  [`--endpoint intl --model qwen3-max --key ${KEY}`, /never a key/],
  [`--endpoint intl --model qwen3-max --second-key ${KEY}`, /never a key/],
  ["--endpoint intl --model qwen3-max", /PROBE_KEY holds no key/],
  ["--endpoint mars --model qwen3-max", /no endpoint "mars": emulator, intl, cn,/],
  ["--endpoint workspace-intl --model qwen3-max", /name yours by --workspace/],
  ["--endpoint intl --model qwen3-max --reading life=hour", /for the emulator/],
  [
    "--endpoint emulator --model qwen3-max --reading life=day",
    /life is one of five-minutes, ten-minutes, hour/,
  ],
  ["--endpoint emulator --model qwen3-max --only lives", /no probe "lives"/],
  ["--endpoint emulator --model qwen3-max --only qwen4", /qwen4 cannot be asked here: it needs qwen4/],
  ["--endpoint emulator --model qwen3-max --ceiling much", /amount of money/],
  [
    "--endpoint emulator --model qwen3-max --server http://127.0.0.1:1",
    /No playground answers at http:\/\/127\.0\.0\.1:1/,
  ],
  ["--resume nowhere.json", /no state of a run of probes/],
])("refuses in one sentence: %s", async (line, sentence) => {
  const world = createWorld();
  const fetch: typeof world.fetch = (url, init) =>
    String(url).includes(":1/") ? Promise.reject(new Error("refused")) : world.fetch(url, init);
  expect(await probeCommand(line === "" ? [] : line.split(" "), { ...world, fetch })).toBe(2);
  expect(world.warnings).toEqual([expect.stringMatching(sentence)]);
  expect(world.warnings.join()).not.toContain(KEY);
});

it("explains itself", async () => {
  const world = createWorld();
  expect(await run(world, "--help")).toBe(0);
  expect(world.lines.join("\n")).toContain("PROBE_KEY");
});

/** A client that asks more often than it may is told when to go on; on this machine alone nobody is counted. */
import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, expect, it, vi } from "vitest";
import { tell } from "../words/message";
import { refuseEmulated } from "./emulator/service-error";
import { createOpenLimit, limited } from "./limit-open";

const OPEN = { PLAYGROUND_LISTEN: "0.0.0.0", PLAYGROUND_REQUESTS_PER_MINUTE: "2" };
const ask = (headers: HeadersInit = {}) => new Request("http://localhost/api/x", { headers });

function route(env: Record<string, string>, clock = { ms: 0 }) {
  const limit = createOpenLimit(env, () => clock.ms);
  return limited(
    async (_request, word: string) => new Response(word),
    undefined,
    () => limit,
  );
}

afterEach(() => vi.unstubAllGlobals());

it("answers 429 with the seconds to wait, and goes on after them", async () => {
  const clock = { ms: 0 };
  const answer = route(OPEN, clock);
  expect(await (await answer(ask(), "first")).text()).toBe("first");
  await answer(ask(), "second");
  const refused = await answer(ask(), "third");
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "30"]);
  expect((await refused.json()).error).toEqual({
    code: "rate_limited",
    message: "More than 2 requests a minute: wait 30 s, then send again.",
  });
  clock.ms = 30_000;
  expect((await answer(ask(), "fourth")).status).toBe(200);
});

it.each([
  [
    "/emulator/compatible-mode/v1/chat/completions",
    { error: { type: "rate_limited", code: "rate_limited" } },
  ],
  [
    "/emulator/with/lie=scatter/apps/anthropic/v1/messages",
    { type: "error", error: { type: "rate_limit_error" } },
  ],
  ["/emulator/api/v1/services/aigc/text-generation/generation", { code: "rate_limited" }],
])("is told at %s in the service's own shape, in English", async (path, shape) => {
  const request = new Request(`http://localhost${path}`, { headers: { "accept-language": "zh" } });
  const answer = refuseEmulated(request, tell("server.rate", { most: 2, wait: 30 }), 30);
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, "30"]);
  const told = await answer.json();
  expect(told).toMatchObject(shape);
  expect(JSON.stringify(told)).toContain("More than 2 requests a minute: wait 30 s");
});

it.each(["127.0.0.1", "localhost", "::1"])("counts nobody on %s", async (listen) => {
  const answer = route({ ...OPEN, PLAYGROUND_LISTEN: listen });
  const answers = await Promise.all(Array.from({ length: 10 }, () => answer(ask(), "word")));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
});

it("counts each client for itself, by its connection or by the operator's proxy", async () => {
  const peers = new AsyncLocalStorage<string>();
  vi.stubGlobal("playgroundPeers", peers);
  const answer = route(OPEN);
  const from = (peer: string, headers?: HeadersInit) =>
    peers.run(peer, async () => (await answer(ask(headers), "word")).status);
  // A header that the client writes itself makes it nobody else.
  const made = (number: number) => ({ "x-forwarded-for": `1.1.1.${number}` });
  expect([await from("9.9.9.9", made(1)), await from("9.9.9.9", made(2))]).toEqual([200, 200]);
  expect([await from("::ffff:9.9.9.9", made(3)), await from("8.8.8.8")]).toEqual([429, 200]);

  const behind = route({ ...OPEN, PLAYGROUND_LISTEN: "127.0.0.1", PLAYGROUND_TRUST_PROXY: "1" });
  const sent = async (number: number) => (await behind(ask(made(number)), "word")).status;
  expect([await sent(1), await sent(1), await sent(1), await sent(2)]).toEqual([200, 200, 429, 200]);
});

it("says what is wrong with the setting instead of going without", async () => {
  const answer = limited(
    async () => new Response("unused"),
    undefined,
    () => createOpenLimit({ ...OPEN, PLAYGROUND_REQUESTS_PER_MINUTE: "many" }, () => 0),
  );
  const refused = await answer(ask());
  expect(refused.status).toBe(503);
  expect((await refused.json()).error.message).toContain("PLAYGROUND_REQUESTS_PER_MINUTE");
});

/** What the relay refuses before it sends anything: wrong places, wrong callers, too much. */

import { expect, it, vi } from "vitest";
import { listEndpoints } from "../../offers/endpoints";
import { createUpstream } from "./call-upstream";
import { createRelay } from "./relay";
import { describeFault } from "./relay-refusals";
import { DEFAULT_SETTINGS, type RelaySettings } from "./settings";
import { type Upstream, UpstreamFault } from "./upstream";

function start(changed: Partial<RelaySettings> = {}, answer: Upstream = async () => new Response("{}")) {
  let time = 0;
  const fetch = vi.fn(answer);
  const relay = createRelay({ fetch, now: () => time, settings: { ...DEFAULT_SETTINGS, ...changed } });
  const post = async (headers: Record<string, string | null> = {}, body: BodyInit | null = "{}") => {
    const all = {
      host: "localhost",
      "x-relay-endpoint": "intl-openai",
      authorization: "Bearer sk-own",
      ...headers,
    };
    const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await relay(
      new Request("http://localhost/api/relay", { method: "POST", headers: kept, body }),
    );
    const { error } = (await response.json()) as { error?: { code: string; message: string } };
    return { status: response.status, code: error?.code, message: error?.message, headers: response.headers };
  };
  return { post, fetch, wait: (ms: number) => (time += ms) };
}

it.each([
  [{ "sec-fetch-site": "cross-site" }, 403, "relay_cross_site"],
  [{ origin: "https://evil.example" }, 403, "relay_cross_site"],
  [{ "x-relay-endpoint": null }, 400, "relay_endpoint"],
  [{ "x-relay-endpoint": "https://evil.example" }, 400, "relay_endpoint"],
  [{ "x-relay-endpoint": "operator/10.0.0.1/openai" }, 400, "relay_endpoint"],
  [{ "x-relay-endpoint": "workspace-eu-openai" }, 400, "relay_endpoint"],
  [
    { "x-relay-endpoint": "workspace-eu-openai", "x-relay-workspace": "evil.example/" },
    400,
    "relay_endpoint",
  ],
  [{ "x-relay-endpoint": "workspace-intl-openai", "x-relay-workspace": "token-plan" }, 400, "relay_endpoint"],
  [{ "x-relay-endpoint": "coding-plan-intl-openai" }, 403, "relay_plan"],
  [{ "x-relay-endpoint": "token-plan-cn-anthropic" }, 403, "relay_plan"],
  [{ "x-relay-api": "embeddings" }, 400, "relay_api"],
  [{ "x-relay-api": "responses", "x-relay-endpoint": "intl-anthropic" }, 400, "relay_api"],
  [{ authorization: null }, 401, "relay_key_missing"],
  [{ authorization: "sk-own" }, 401, "relay_key_invalid"],
])("refuses %o", async (headers, status, code) => {
  const { post, fetch } = start();
  expect(await post(headers)).toMatchObject({ status, code, message: expect.stringMatching(/^[A-Z].*\.$/) });
  expect(fetch).not.toHaveBeenCalled();
});

it("keeps the operator's key from those without the word", async () => {
  const { post, fetch } = start({ key: "sk-operator", accessToken: "a word of some length" });
  expect(await post({ authorization: null })).toMatchObject({ status: 401 });
  expect(await post({ authorization: null, "x-playground-token": "guess" })).toMatchObject({ status: 401 });
  expect(fetch).not.toHaveBeenCalled();
  await post({ authorization: null, "x-playground-token": "a word of some length" });
  expect(fetch.mock.lastCall?.[1].headers.authorization).toBe("Bearer sk-operator");
});

it("reaches every endpoint at its own URL, and follows no redirect", async () => {
  const { post, fetch } = start({ requestsPerMinute: 1000 });
  for (const { id, plan, baseUrl } of listEndpoints().filter((one) => one.terms === null)) {
    await post({ "x-relay-endpoint": id, ...(plan === "workspace" ? { "x-relay-workspace": "llm-1" } : {}) });
    const [url, init] = fetch.mock.lastCall ?? [];
    expect(url?.startsWith(baseUrl.replace("{workspace}", "llm-1"))).toBe(true);
    expect(init?.redirect).toBe("manual");
  }
});

it("says that nothing was sent where a setting of bodies is wrong", async () => {
  vi.stubGlobal("playgroundBodies", undefined);
  vi.stubEnv("PLAYGROUND_BODY_MB", "much");
  const { post, fetch } = start();
  const { status, code, headers } = await post();
  expect([status, code]).toEqual([503, "body_settings_invalid"]);
  expect([headers.get("x-relay-source"), headers.get("x-relay-sent")]).toEqual(["relay", "no"]);
  expect(fetch).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it("limits the requests of a minute, and says when to come back", async () => {
  const { post, wait } = start({ requestsPerMinute: 2 });
  expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
  const refused = await post();
  expect(refused).toMatchObject({ status: 429, code: "relay_rate_limited" });
  expect(refused.message).toBe("More than 2 requests a minute: wait 30 s, then send again.");
  expect(refused.headers.get("retry-after")).toBe("30");
  wait(30_000);
  expect((await post()).status).toBe(200);
});

it("counts each client behind a trusted proxy for itself, and believes no other word", async () => {
  const behind = start({ requestsPerMinute: 1, trustedProxies: 1 });
  const from = (forwarded: string) => ({ "x-forwarded-for": forwarded });
  const statuses = async (post: typeof behind.post, all: readonly string[]) => {
    const found: number[] = [];
    for (const forwarded of all) found.push((await post(from(forwarded))).status);
    return found;
  };
  expect(await statuses(behind.post, ["1.1.1.1", "2.2.2.2", "9.9.9.9, 1.1.1.1"])).toEqual([200, 200, 429]);
  expect(await statuses(start({ requestsPerMinute: 1 }).post, ["1.1.1.1", "2.2.2.2"])).toEqual([200, 429]);
});

it.each([
  [null, 400, "relay_body_empty"],
  ["", 400, "relay_body_empty"],
  ["a".repeat(10 * 1024 * 1024 + 1), 413, "relay_body_too_large"],
])("refuses a body of the wrong size", async (body, status, code) => {
  const { post, fetch } = start({ streamsPerClient: 1 });
  expect(await post({}, body)).toMatchObject({ status, code });
  expect(fetch).not.toHaveBeenCalled();
  // Its place is free again.
  expect((await post()).status).toBe(200);
});

it.each([
  [new UpstreamFault("connect_timeout"), 504, "relay_connect_timeout"],
  [new UpstreamFault("unknown_host"), 502, "relay_unknown_host"],
  [new UpstreamFault("address"), 502, "relay_address_refused"],
  [new UpstreamFault("tls"), 502, "relay_tls"],
  [new Error("Bearer sk-own"), 502, "relay_unreachable"],
])("explains %o without its words", async (fault, status, code) => {
  const { post } = start({ streamsPerClient: 1 }, () => Promise.reject(fault));
  const refused = await post();
  expect(refused).toMatchObject({ status, code });
  expect(refused.message).not.toContain("sk-own");
  expect(refused.headers.get("x-relay-source")).toBe("relay");
  expect(await post()).toMatchObject({ status });
});

it.each([
  ["http://127.0.0.1:9/", new Set<string>()],
  ["http://[::1]:9/", new Set<string>()],
  ["https://169.254.169.254/", new Set<string>()],
  ["https://localhost:9/", new Set<string>()],
  ["https://10.0.0.1/", new Set(["https://10.0.0.1"])],
])("connects to no private address: %s", async (url, listed) => {
  const init = { method: "POST", redirect: "manual", cache: "no-store" } as const;
  const signal = new AbortController().signal;
  const body = { length: 0, chunks: (async function* () {})() };
  const call = createUpstream(1000, listed)(url, { ...init, headers: {}, body, signal });
  await expect(call).rejects.toMatchObject({ code: "address" });
});

it.each([
  [new UpstreamFault("connect_timeout"), "no"],
  [new UpstreamFault("unknown_host"), "no"],
  [new UpstreamFault("address"), "no"],
  [new UpstreamFault("tls"), "maybe"],
  [new UpstreamFault("encoding"), "maybe"],
  [new Error("socket hang up"), "maybe"],
])("after %s it tells whether anything was sent: %s", (fault, sent) => {
  expect(describeFault({ headers: new Headers() }, fault).headers.get("x-relay-sent")).toBe(sent);
});

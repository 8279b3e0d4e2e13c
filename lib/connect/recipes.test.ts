/** Every recipe, for every host and way: files that parse, addresses that are on the list, nothing left open. */
import { describe, expect, it } from "vitest";
import { listEndpoints } from "../offers/endpoints";
import { ENGLISH } from "../words/plain-words";
import { chooseConnection, hostOf, listHosts, objectToRoute } from "./choose-connection";
import { foldMarkers } from "./fold-markers";
import { listTools } from "./list-tools";
import type { ConnectRoute } from "./recipe";
import { isKnownHost } from "./tools/qwen-code";

const own = { origin: "http://localhost:3000", session: "abc" };
const ROUTES: readonly ConnectRoute[] = ["direct", "emulator", "record"];
const listed = listEndpoints().map(({ baseUrl }) => baseUrl.replace("{workspace}", "my-team"));

const cases = listTools().flatMap((tool) =>
  listHosts().flatMap((endpoint) =>
    ROUTES.map((route) => ({
      name: `${tool.id} ${endpoint.id} ${route}`,
      tool,
      host: hostOf(endpoint),
      route,
    })),
  ),
);

describe.each(cases)("$name", ({ tool, host, route }) => {
  const connection = chooseConnection({ host, workspace: "my-team", model: "qwen3.7-max", route }, own);
  const files = tool.write(connection);
  const text = files.map(({ content }) => content).join("\n");

  it("writes whole files with the right address", () => {
    expect(text).not.toMatch(/undefined|null|\[object|\{workspace\}/);
    expect(text).toContain("qwen3.7-max");
    const urls = [...text.matchAll(/https?:\/\/[^\s"]+/g)]
      .map(([url]) => url)
      .filter((url) => !url.startsWith("https://opencode.ai"));
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) {
      const base = url.replace(/\/v1$/, (end) => (listed.includes(url) || route !== "direct" ? end : ""));
      if (route === "direct") expect(listed).toContain(base);
      else expect(url).toMatch(route === "emulator" ? /:3000\/emulator\// : /:3000\/record\/abc\//);
    }
    for (const { path, content } of files) {
      if (typeof path === "string" && path.endsWith(".json")) expect(() => JSON.parse(content)).not.toThrow();
    }
  });

  it("names a variable for the key, never a key", () => {
    expect(text).toContain("DASHSCOPE_API_KEY");
    expect(text).not.toMatch(/sk-/);
  });
});

it("gives every recipe, marker and trap a source and a day", () => {
  for (const tool of listTools()) {
    const facts = [
      tool,
      tool.sends(chooseConnection({ host: "intl", workspace: "", model: "x", route: "direct" }, own)),
    ];
    for (const { source, asOf } of [...facts, ...tool.traps]) {
      expect(() => new URL(source)).not.toThrow();
      expect(asOf).toMatch(/^2026-\d\d-\d\d$/);
    }
    expect(tool.traps.length).toBeGreaterThan(0);
  }
});

/** Sent → effective on Qwen3.5 and later, and on older models. */
it.each([
  ["claude-code", 3, 2, 3],
  ["opencode", 3, 3, 3],
  ["openclaw", 3, 2, 2],
  ["hermes", 0, 0, 0],
  ["qwen-code", 3, 2, 2],
  ["codex", 0, 0, 0],
  ["pi", 3, 2, 2],
  ["kilo", 3, 3, 3],
  ["continue", 4, 3, 3],
  ["cline", 0, 0, 0],
] as const)("%s: %d sent, %d effective at messages, %d at parts", (id, sent, atMessages, atParts) => {
  const tool = listTools().find((each) => each.id === id);
  const connection = chooseConnection(
    { host: "intl", workspace: "", model: "qwen3.7-max", route: "direct" },
    own,
  );
  const markers = tool?.sends(connection).markers ?? [];
  const count = (generation: "classic-message" | "classic-part") =>
    foldMarkers(markers, generation).filter(({ lost }) => lost === null).length;
  expect([markers.length, count("classic-message"), count("classic-part")]).toEqual([
    sent,
    atMessages,
    atParts,
  ]);
});

it("keeps the last four of more", () => {
  const many = [1, 2, 3, 4, 5].map(
    (number) => ({ segment: `message ${number}`, place: `${number}` }) as const,
  );
  expect(foldMarkers(many, "classic-message").map(({ lost }) => lost === null)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});

it("tells Qwen Code of a host it does not know", () => {
  expect(isKnownHost("https://dashscope-intl.aliyuncs.com/compatible-mode/v1")).toBe(true);
  expect(isKnownHost("https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1")).toBe(true);
  expect(isKnownHost("https://my-team.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1")).toBe(false);
  expect(isKnownHost("https://dashscope-intl.aliyuncs.com.example.org/v1")).toBe(false);
});

it("leaves a visible gap where the workspace is not told, or is none", () => {
  for (const workspace of ["", "a b", "token-plan"]) {
    const choice = { host: "workspace-intl", workspace, model: "qwen3.7-max", route: "direct" } as const;
    expect(chooseConnection(choice, own).baseUrl("anthropic")).toBe(
      "https://<workspace-id>.ap-southeast-1.maas.aliyuncs.com/apps/anthropic",
    );
  }
});

it("does not record the keys of a plan", () => {
  expect(ENGLISH.say(objectToRoute({ host: "coding-plan-intl", route: "record" }) ?? "")).toMatch(
    /coding tools only/,
  );
  expect(objectToRoute({ host: "coding-plan-intl", route: "direct" })).toBeNull();
  expect(objectToRoute({ host: "intl", route: "record" })).toBeNull();
});

it("tells who asks for the session cache, and who marks nothing at all", () => {
  const direct = { host: "intl", workspace: "", model: "qwen3.7-max", route: "direct" } as const;
  const connection = chooseConnection(direct, own);
  const of = (id: string) => listTools().find((tool) => tool.id === id);
  expect(of("codex")?.sends(connection).asksForSession).toBe(true);
  const [settings] = of("codex")?.write(connection) ?? [];
  expect(settings?.content).toMatch(/wire_api = "responses"\nhttp_headers = .*session-cache" = "enable"/);
  expect(of("cline")?.sends(connection).asksForSession).toBeUndefined();
  expect(ENGLISH.say(of("cline")?.sends(connection).note ?? "")).toMatch(/3\.0\.65 .* none/);
});

it("tells of Claude Code 2.1.332 what was seen of it", () => {
  const tool = listTools().find(({ id }) => id === "claude-code");
  const connection = chooseConnection(
    { host: "intl", workspace: "", model: "qwen3.7-max", route: "direct" },
    own,
  );
  const text = tool?.write(connection).map(({ content }) => content) ?? [];
  expect(text.join("\n")).toContain('"CLAUDE_CODE_ATTRIBUTION_HEADER": "0"');
  const sends = tool?.sends(connection);
  // With the header off two system texts are left, both marked.
  expect(sends?.markers.map(({ place }) => ENGLISH.say(place))).toEqual([
    "first system text: who it is",
    "second system text: its instructions",
    "last block of the newest message",
  ]);
  expect(ENGLISH.say(sends?.note ?? "")).toMatch(
    /turn 1, .* reminder .* one of three markers takes effect, and two from turn 2 on/,
  );
  const traps =
    tool?.traps.map(({ title, text: told }) => `${ENGLISH.say(title)}. ${ENGLISH.say(told)}`).join("\n") ??
    "";
  expect(traps).toMatch(/fingerprint of the first prompt: it stays the same within a conversation/);
  expect(traps).toMatch(/in 2\.1\.332 it was on.*ENABLE_TOOL_SEARCH=false/);
  expect(traps).not.toMatch(/Tool search is off/);
});

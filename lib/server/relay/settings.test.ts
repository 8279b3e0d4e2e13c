/** Settings from the environment: what holds without any, and one sentence for each that is wrong. */
import { expect, it } from "vitest";
import { ServiceUnavailable } from "../service-unavailable";
import { DEFAULT_SETTINGS, readRelaySettings } from "./settings";

it("holds to the standard where nothing is set", () => {
  expect(readRelaySettings({})).toEqual(DEFAULT_SETTINGS);
  expect(readRelaySettings({ PLAYGROUND_RELAY_HOSTS: " , ", PLAYGROUND_TRUST_PROXY: "" })).toEqual(
    DEFAULT_SETTINGS,
  );
});

it("reads every setting", () => {
  expect(
    readRelaySettings({
      PLAYGROUND_RELAY_REQUESTS_PER_MINUTE: "7",
      PLAYGROUND_RELAY_STREAMS_PER_CLIENT: "8",
      PLAYGROUND_RELAY_STREAMS: "9",
      PLAYGROUND_RELAY_CONNECT_SECONDS: "1",
      PLAYGROUND_RELAY_FIRST_BYTE_SECONDS: "2",
      PLAYGROUND_RELAY_IDLE_SECONDS: "3",
      PLAYGROUND_TRUST_PROXY: "2",
      DASHSCOPE_API_KEY: "sk-operator",
      PLAYGROUND_ACCESS_TOKEN: "a word of some length",
      PLAYGROUND_LISTEN: "127.0.0.1",
    }),
  ).toEqual({
    endpoints: [],
    requestsPerMinute: 7,
    streamsPerClient: 8,
    streams: 9,
    connectMs: 1000,
    firstByteMs: 2000,
    idleMs: 3000,
    trustedProxies: 2,
    key: "sk-operator",
    accessToken: "a word of some length",
    listensOnLoopback: true,
  });
});

it.each([
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["192.168.1.5", false],
  ["", false],
])("knows whether %s is this machine alone", (address, expected) => {
  expect(readRelaySettings({ PLAYGROUND_LISTEN: address }).listensOnLoopback).toBe(expected);
});

it("makes two endpoints of every host, after its own path", () => {
  const { endpoints } = readRelaySettings({
    PLAYGROUND_RELAY_HOSTS: "https://gateway.example/, http://127.0.0.1:4010/emulator",
  });
  expect(endpoints.map(({ id, baseUrl }) => [id, baseUrl])).toEqual([
    ["operator/gateway.example/openai", "https://gateway.example/compatible-mode/v1"],
    ["operator/gateway.example/anthropic", "https://gateway.example/apps/anthropic"],
    ["operator/127.0.0.1:4010/emulator/openai", "http://127.0.0.1:4010/emulator/compatible-mode/v1"],
    ["operator/127.0.0.1:4010/emulator/anthropic", "http://127.0.0.1:4010/emulator/apps/anthropic"],
  ]);
});

it.each([
  [{ PLAYGROUND_RELAY_HOSTS: "gateway.example" }, /is not an origin such as/],
  [{ PLAYGROUND_RELAY_HOSTS: "ftp://gateway.example" }, /is not an origin/],
  [{ PLAYGROUND_RELAY_HOSTS: "http://gateway.example" }, /must begin with https/],
  [{ PLAYGROUND_RELAY_HOSTS: "https://10.0.0.1" }, /private address/],
  [{ PLAYGROUND_RELAY_HOSTS: "https://[fc00::1]" }, /private address/],
  [{ PLAYGROUND_RELAY_HOSTS: "https://0x7f.1.example?x" }, /before its query/],
  [{ PLAYGROUND_RELAY_HOSTS: "https://user:sk-secret@gateway.example" }, /^(?!.*sk-secret).*password/],
  [{ PLAYGROUND_RELAY_STREAMS: "many" }, /^PLAYGROUND_RELAY_STREAMS must be/],
  [{ PLAYGROUND_RELAY_IDLE_SECONDS: "0" }, /^PLAYGROUND_RELAY_IDLE_SECONDS must be/],
  [{ PLAYGROUND_TRUST_PROXY: "yes" }, /^PLAYGROUND_TRUST_PROXY must be/],
  [{ PLAYGROUND_ACCESS_TOKEN: "short" }, /^(?!.*short).*at least 16/],
])("refuses %o in one sentence", (env, words) => {
  expect(() => readRelaySettings(env)).toThrow(words);
});

it.each([
  [{ PLAYGROUND_RELAY_HOSTS: "sk-pasted-here" }, "sk-pasted-here"],
  [
    { PLAYGROUND_RELAY_HOSTS: "https://a.example,https://b.example?key=pasted" },
    "https://b.example?key=pasted",
  ],
  [{ PLAYGROUND_RELAY_STREAMS: "pasted" }, "pasted"],
  [{ PLAYGROUND_RELAY_HOSTS: "https://user:pasted@gateway.example" }, null],
  [{ PLAYGROUND_ACCESS_TOKEN: "pasted" }, null],
])("quotes a wrong setting to the operator alone: %o", (env, quoted) => {
  const read = () => readRelaySettings(env);
  expect(read).toThrow(ServiceUnavailable);
  try {
    read();
  } catch (error) {
    const { error: told, line } = error as ServiceUnavailable;
    expect(JSON.stringify(told)).not.toContain("pasted");
    if (quoted === null) expect(line).not.toContain("pasted");
    else expect(line).toContain(`=${quoted}: `);
  }
});

it("takes an address in another notation for what it is", () => {
  const hosts = (setting: string) => () => readRelaySettings({ PLAYGROUND_RELAY_HOSTS: setting });
  expect(hosts("https://0x0a000001")).toThrow(/private address/);
  expect(hosts("http://2130706433:4010")).not.toThrow();
});

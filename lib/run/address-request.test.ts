/** Requests reach the emulator at the run's own time, and a service through the relay; settings follow the target. */
import { expect, it } from "vitest";
import type { Settings } from "../pipeline/analysis";
import { addressRequest } from "./address-request";
import { calibrateFromRun } from "./calibrate-from-run";
import { startRun } from "./run-scenario";
import { type RunPlan, settingsOf } from "./run-state";

const settings: Settings = {
  model: "qwen3.7-max",
  region: "intl",
  scenario: null,
  calibrations: { "qwen3.7-max": 1.1 },
  ttl: 3600,
};
const emulator: RunPlan = {
  text: "{}",
  settings,
  target: { kind: "emulator", account: "sk-run" },
  gaps: "skip",
  startedAt: 1000,
};
const service: RunPlan = {
  ...emulator,
  target: { kind: "service", host: "intl", name: "Singapore", workspace: "" },
};
const facts = { at: 50, completion: 20_000, key: "sk-own" };

it("sets the emulator's clock where gaps are skipped, and never sends it the user's key", () => {
  const { url, headers } = addressRequest(emulator, { dialect: "anthropic" }, facts);
  expect(url).toBe("/emulator/apps/anthropic/v1/messages");
  expect(headers).toMatchObject({
    authorization: "Bearer sk-run",
    "x-emulator-time": "1050",
    "x-emulator-completion": "10000",
  });
  const waiting = addressRequest({ ...emulator, gaps: "honour" }, { dialect: "openai" }, facts);
  expect(waiting.headers).not.toHaveProperty("x-emulator-time");
});

it("goes through the relay to the host's endpoint of the dialect", () => {
  const { url, headers } = addressRequest(service, { dialect: "anthropic" }, facts);
  expect(url).toBe("/api/relay");
  expect(headers).toEqual({
    "content-type": "application/json",
    "x-relay-endpoint": "intl-anthropic",
    authorization: "Bearer sk-own",
  });
  const keyless = addressRequest(service, { dialect: "openai" }, { ...facts, key: "" });
  expect(keyless.headers).not.toHaveProperty("authorization");
});

it("names a host of the operator's as the relay does", () => {
  const gate = {
    kind: "service",
    host: "operator/gate.example",
    name: "gate.example",
    workspace: "",
  } as const;
  const { headers } = addressRequest({ ...service, target: gate }, { dialect: "responses" }, facts);
  expect(headers["x-relay-endpoint"]).toBe("operator/gate.example/openai");
});

it("predicts without what a request or the target cannot know", () => {
  expect(settingsOf(emulator)).toEqual({ model: "qwen3.7-max", region: "intl" });
  expect(settingsOf(service)).toEqual({
    model: "qwen3.7-max",
    region: "intl",
    calibrations: { "qwen3.7-max": 1.1 },
  });
});

it("calibrates from a service's bills only", () => {
  const record = {
    outcome: "answered",
    predicted: { prompt: 2200, model: "qwen3.7-max", exact: false, media: 0 },
    billed: { prompt: 2420 },
  };
  const ofPlan = (plan: RunPlan) => ({ ...startRun(plan, null), records: [record] as never });
  const made = calibrateFromRun(ofPlan(service));
  expect(made?.ok && made.ratio).toBeCloseTo(1.21);
  expect(calibrateFromRun(ofPlan(emulator))).toBeNull();
  expect(calibrateFromRun(startRun(service, null))).toBeNull();
});

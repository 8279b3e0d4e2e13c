/** Labels, bands, sizes and calibrations reach the page and the HTTP API, in every request of a scenario. */
import { beforeAll, expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import type { Settings } from "../pipeline/analysis";
import { createDocumentOpener, type DocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { analyzeBody } from "./analyze-body";

let open: DocumentOpener;
beforeAll(() => {
  open = createDocumentOpener(loadTestCounters());
});

const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario: null };
const marked = (text: string) => [{ type: "text", text, cache_control: { type: "ephemeral" } }];
/** A marked system message with a prefix of `tokens`: three tokens open it, one closes it, each `a` is one. */
const body = (tokens: number, model = "qwen3.7-max") => ({
  model,
  messages: [
    { role: "system", content: marked(" a".repeat(tokens - 4)) },
    { role: "user", content: "Hello" },
  ],
});
const view = (request: object, more: Partial<Settings> = {}) => {
  const analysis = analyse(JSON.stringify(request), { ...settings, ...more }, open);
  if (!analysis.request) throw new Error("no request");
  return { ...analysis, request: analysis.request };
};
const scenario = {
  name: "Two turns",
  duration: 3,
  reply: "Yes.",
  turns: [{ mode: "append" as const, gap: 10, user: "And?", reply: "No." }],
};

it("marks a marker near the minimum as borderline, its status as counted", () => {
  const [below] = view(body(1018)).request.markers;
  expect(below).toMatchObject({ prefix: 1018, status: "too-short", borderline: true });
  expect(below?.band).toEqual({ low: 1008, high: 1028 });
  expect(view(body(1030)).request.markers[0]).toMatchObject({ status: "effective", borderline: true });
  expect(view(body(1100)).request.markers[0]).toMatchObject({ status: "effective", borderline: false });
  const rules = (tokens: number) =>
    view(body(tokens))
      .diagnostics.filter(({ rule }) => rule === "below-minimum")
      .map(({ severity }) => severity);
  expect([rules(900), rules(1018), rules(1030), rules(1100)]).toEqual([["error"], ["warning"], ["info"], []]);
});

it("knows no borderline where the count is exact", () => {
  const { request } = view(body(1023, "qwen3-max"));
  expect(request.markers[0]).toMatchObject({ prefix: 1023, status: "too-short", borderline: false });
  expect(request.precision).toEqual({ kind: "exact", low: request.total, high: request.total, reason: null });
});

it("scales by the model's calibration in every request, and only by its own", () => {
  const calibrations = { "qwen3.7-max": 1.02, "qwen3-max": 1.5 };
  const { request, timeline } = view(body(1018), { calibrations, scenario });
  expect(request.precision.kind).toBe("calibrated");
  expect(request.markers[0]).toMatchObject({ prefix: 1038, status: "effective", borderline: false });
  expect(request.segments[0]).toMatchObject({ tokens: 1038, prefix: 1038 });
  const second = analyse(JSON.stringify(body(1018)), { ...settings, calibrations, scenario }, open, 1);
  expect(second.shown?.index).toBe(1);
  expect(second.shown?.request.precision.kind).toBe("calibrated");
  expect(timeline?.turns[0]?.ledger.written).toBe(1038);
  expect(view(body(1018, "qwen3-max"), { calibrations }).request.markers[0]?.prefix).toBe(1018);
  expect(view({ ...body(1018), model: "constructor" }, { calibrations }).request.precision.kind).toBe(
    "estimate",
  );
});

it("lists media with their sizes, which the user's sizes change in every request", () => {
  const image = { type: "image_url", image_url: { url: "https://example.com/a.png" } };
  const request = { model: "qwen3-vl-plus", messages: [{ role: "user", content: [image] }] };
  const assumed = view(request, { scenario });
  expect(assumed.request.media).toMatchObject([{ kind: "image", tokens: 1026, sizeFrom: "assumed" }]);
  const mediaSizes = { "/messages/0/content/0": { width: 320, height: 320 } };
  const sized = view(request, { scenario, mediaSizes });
  const saved = assumed.timeline?.turns.map(
    (turn, at) => turn.ledger.prompt - (sized.timeline?.turns[at]?.ledger.prompt ?? 0),
  );
  expect(saved).toEqual([1026 - 102, 1026 - 102]);
});

it("answers all of it over HTTP", () => {
  const answer = analyzeBody({ body: body(1018) }, loadTestCounters());
  expect(answer).toMatchObject({
    ok: true,
    value: {
      tokens: { exact: false, precision: { kind: "estimate" }, media: [] },
      markers: [{ prefix: 1018, status: "too-short", borderline: true }],
    },
  });
});

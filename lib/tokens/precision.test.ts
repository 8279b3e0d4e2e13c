/** A count's label and band: exact, estimate by vocabulary and script, media by what is known of their size. */
import { beforeAll, describe, expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { parsePrompt } from "../prompt/parse";
import { ENGLISH } from "../words/plain-words";
import { loadTestCounters } from "./fixtures/load-counters";
import { measurePrompt } from "./measure";
import type { MediaSizes } from "./measure-media";
import type { BandStep, Measured } from "./measured";
import { bandOf, isBorderline } from "./precision";
import type { CounterFor } from "./token-counter";

let counterFor: CounterFor;
beforeAll(() => {
  counterFor = loadTestCounters();
});

function measure(model: string, content: unknown, more: { counter?: CounterFor; sizes?: MediaSizes } = {}) {
  const messages = Array.isArray(content) && content[0]?.role ? content : [{ role: "user", content }];
  const { prompt } = parsePrompt(JSON.stringify({ model, messages }));
  if (!prompt) throw new Error("no prompt");
  return measurePrompt(prompt, findModel(model), more.counter ?? counterFor, more.sizes);
}

const words = "The manual says how to reset it. ".repeat(100);
const chinese = "说明书里写着如何重置设备。".repeat(100);
const widthOf = ({ precision, total }: Measured) => [
  (precision.low - total) / total,
  (precision.high - total) / total,
];

describe("text", () => {
  it("is exact with the model's own vocabulary", () => {
    const measured = measure("qwen3-max", words + chinese);
    expect(measured.precision).toEqual({
      kind: "exact",
      low: measured.total,
      high: measured.total,
      reason: null,
    });
    expect(measured.exact).toBe(true);
    expect(measured.bandSteps).toEqual([]);
  });

  it.each([
    ["ASCII of a later model", "qwen3.7-max", words, -0.01, 0.01],
    ["Chinese of a later model", "qwen3.7-max", chinese, -0.15, 0.01],
    ["a model of another maker", "kimi-k2.6", words, -0.25, 0.25],
    ["a model that is not known", "unheard-of", chinese, -0.25, 0.25],
  ])("%s", (_, model, text, low, high) => {
    const measured = measure(model, text);
    expect(measured.precision.kind).toBe("estimate");
    expect(measured.estimateReason).toEqual(measured.precision.reason);
    const [below, above] = widthOf(measured);
    expect(below).toBeCloseTo(low, 2);
    expect(above).toBeCloseTo(high, 2);
  });

  it("holds the documented counts of both published requests: 2,156 and 1,995", () => {
    const at = (tokens: number) => bandOf(tokens, measure("qwen3.7-max", words.repeat(5)));
    expect(at(2163).low).toBeLessThanOrEqual(2156);
    expect(at(1984).high).toBeGreaterThanOrEqual(1995);
  });

  it("widens only where the other script stands", () => {
    const measured = measure("qwen3.7-max", [
      { role: "user", content: words },
      { role: "assistant", content: chinese },
    ]);
    const [first, second] = measured.segments;
    const off = (tokens = 0) => tokens - bandOf(tokens, measured).low;
    expect(off(first?.prefix)).toBe(Math.round((first?.prefix ?? 0) * 0.01));
    expect(off(second?.prefix)).toBeGreaterThan((second?.tokens ?? 0) * 0.14);
  });

  it("is exact for a loaded vocabulary, which it names, where the template is documented", () => {
    const counter: CounterFor = (model) => ({ ...counterFor(model), origin: "own", name: "mine.json" });
    const known = measure("qwen3.7-max", words, { counter });
    expect(known.precision.kind).toBe("exact");
    expect(ENGLISH.say(known.precision.reason ?? "")).toContain("mine.json");
    expect(known.estimateReason).toBeNull();
    const unknown = measure("kimi-k2.6", words, { counter });
    expect(unknown.precision.kind).toBe("estimate");
    expect(ENGLISH.say(unknown.precision.reason ?? "")).toContain("mine.json");
  });
});

describe("images and videos", () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(33);
    bytes.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return `data:image/png;base64,${bytes.toString("base64")}`;
  };
  const image = (url: string) => ({ type: "image_url", image_url: { url } });
  const text = { type: "text", text: "What is it?" };
  const bare = () => measure("qwen3-vl-plus", [text]).total;

  it("add their tokens to the text", () => {
    const measured = measure("qwen3-vl-plus", [image("https://example.com/a.png"), text]);
    expect(measured.total).toBe(bare() + 1026);
    expect(measured.media).toEqual([
      {
        pointer: "/messages/0/content/0",
        kind: "image",
        width: 1024,
        height: 1024,
        seconds: null,
        tokens: 1026,
        sizeFrom: "assumed",
      },
    ]);
    expect(measured.segments[0]?.cuts[0]?.prefix).toBe(3 + 1026);
    expect(measured.precision).toMatchObject({ low: bare(), high: bare() + 2 * 1026, kind: "estimate" });
  });

  it("take their size from the data, and from the user before that", () => {
    const parts = [image(png(320, 320)), text];
    const read = measure("qwen3-vl-plus", parts);
    expect(read.media[0]).toMatchObject({ width: 320, height: 320, tokens: 102, sizeFrom: "data" });
    expect(read.precision).toMatchObject({ low: read.total - 10, high: read.total + 10 });
    const sizes = { "/messages/0/content/0": { width: 640, height: 320 } };
    expect(measure("qwen3-vl-plus", parts, { sizes }).media[0]).toMatchObject({
      tokens: 202,
      sizeFrom: "user",
    });
    const nonsense = { "/messages/0/content/0": { width: Number.NaN, height: -1 } };
    expect(measure("qwen3-vl-plus", parts, { sizes: nonsense }).media[0]?.sizeFrom).toBe("data");
  });

  it("leave exact what stands before them", () => {
    const measured = measure("qwen3-vl-plus", [text, image("https://example.com/a.png")]);
    const first = measured.segments[0]?.cuts[0]?.prefix ?? 0;
    expect(bandOf(first, measured)).toEqual({ low: first, high: first });
    expect(bandOf(measured.total, measured).high).toBe(measured.total + 1026);
  });

  it("count a video by its length, its frame rate or its list of frames", () => {
    const tokens = (part: object, sizes: MediaSizes = {}) =>
      measure("qwen3-vl-plus", [part, text], { sizes }).media[0]?.tokens;
    const url = { url: "https://example.com/a.mp4" };
    expect(tokens({ type: "video_url", video_url: url })).toBe(5942);
    expect(tokens({ type: "video_url", video_url: url, fps: 1 })).toBe(2972);
    expect(tokens({ type: "video", video: ["a.png", "b.png", "c.png"] })).toBe(1190);
    const sizes = { "/messages/0/content/0": { width: 1280, height: 720, seconds: 2 } };
    expect(tokens({ type: "video_url", video_url: url }, sizes)).toBe(1190);
  });

  it("take more tokens with high resolution switched on", () => {
    const request = (high: boolean) => {
      const messages = [{ role: "user", content: [image(png(4000, 4000))] }];
      const { prompt } = parsePrompt(
        JSON.stringify({ model: "qwen3-vl-plus", messages, vl_high_resolution_images: high }),
      );
      return prompt ? measurePrompt(prompt, findModel("qwen3-vl-plus"), counterFor).media[0]?.tokens : 0;
    };
    expect(request(false)).toBe(2502);
    expect(request(true)).toBe(125 * 125 + 2);
  });

  it("says that sound is left out", () => {
    const measured = measure("qwen3-vl-plus", [{ type: "input_audio", input_audio: { data: "x" } }, text]);
    expect(ENGLISH.say(measured.estimateReason ?? "")).toBe("Audio is not counted.");
  });
});

describe("a band", () => {
  const step = (prefix: number, off: number, spread = 0): BandStep => ({
    prefix,
    media: 0,
    less: off,
    more: off,
    spread,
  });
  it.each([
    [0, 0, 0],
    [509, 504, 514],
    [1018, 1008, 1028],
    [1118, 1058, 1178],
    [1500, 1440, 1560],
  ])("of %d tokens runs from %d to %d", (tokens, low, high) => {
    const bandSteps = [step(1018, 10.18), step(1118, 10.18, 50)];
    expect(bandOf(tokens, { bandSteps })).toEqual({ low, high });
  });
  it("never falls below nothing", () => {
    expect(bandOf(10, { bandSteps: [step(10, 0, 30)] })).toEqual({ low: 0, high: 40 });
  });
  it.each([
    [1013, false],
    [1014, true],
    [1024, true],
    [1033, true],
    [1034, false],
  ])("%d against 1,024: borderline %s", (tokens, borderline) => {
    expect(isBorderline(tokens, 1024, { bandSteps: [step(10_000, 100)] })).toBe(borderline);
    expect(isBorderline(tokens, 1024, { bandSteps: [] })).toBe(false);
  });
});

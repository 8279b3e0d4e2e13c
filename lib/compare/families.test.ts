/** Families of caches on random conversations: the same figures as their rules by brute force. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findListedModel, findService } from "../offers/listed-prices";
import { openCommonPrefix } from "../systems/common-prefix";
import type { PlayedRequest, SystemOptions } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import { type Figures, playNaiveEnds, playNaiveMarkers, playNaivePrefixes } from "./fixtures/naive-services";
import type { GivenSegments } from "./given-request";
import { readSegments } from "./read-segments";

/** What a name is: equal names are equal segments. */
const NAMED = {
  S: { tokens: 900, role: "system", kind: "text", blocks: 1 },
  D: { tokens: 300, role: "developer", kind: "text", blocks: 1 },
  T: { tokens: 500, role: "tools", kind: "text", blocks: 1 },
  u: { tokens: 130, role: "user", kind: "text", blocks: 1 },
  v: { tokens: 260, role: "user", kind: "text", blocks: 7 },
  w: { tokens: 40, role: "user", kind: "image", blocks: 2 },
  a: { tokens: 70, role: "assistant", kind: "text", blocks: 1 },
  c: { tokens: 55, role: "assistant", kind: "tool_use", blocks: 1 },
  r: { tokens: 210, role: "tool", kind: "tool_result", blocks: 3 },
  k: { tokens: 90, role: "assistant", kind: "thinking", blocks: 1 },
} as const;
type Name = keyof typeof NAMED;

const names = fc.constantFrom<Name>("S", "D", "T", "u", "u", "v", "w", "a", "c", "c", "r", "r", "k");
/** Ways to open, so that requests have something in common. */
const opening = fc.constantFrom(
  "",
  "S",
  "TS",
  "TSDu",
  "Suacr",
  "uccrrv",
  "Sucrcrcrcrcrcrcrcrcrcr",
  "uuuuuuuuuuuuuuuuuuuuuu",
);

const marker = fc.record({
  /** From the end, or from the start. */
  isBack: fc.boolean(),
  by: fc.nat(6),
  ttl: fc.constantFrom(300, 300, 300, 300, 3600, 3600, 3600, 60),
});

const request = (marks: number): fc.Arbitrary<GivenSegments> =>
  fc
    .record({
      at: fc.nat(30).map((steps) => steps * 100),
      duration: fc.constantFrom(0, 3, 100, 250, 400),
      early: fc.boolean(),
      start: opening,
      more: fc.array(names, { maxLength: 3 }),
      markers: fc.array(marker, { maxLength: marks }),
      isFalling: fc.constantFrom(true, true, true, false),
    })
    .map(({ at, duration, early, start, more, markers, isFalling }) => {
      const all = [...(start.split("") as Name[]), ...more];
      const segments = all.map((name) => ({ id: name, ...NAMED[name] }));
      const places = markers.map(({ isBack, by }) => (isBack ? segments.length - 1 - by : by));
      const inside = [...new Set(places)].filter((place) => place >= 0 && place < segments.length);
      const ttls = markers.map(({ ttl }) => ttl);
      if (isFalling) {
        inside.sort((a, b) => a - b);
        ttls.sort((a, b) => b - a);
      }
      const placed = inside.map((after, order) => ({ after, ttl: ttls[order] ?? 300 }));
      const timing = { at, duration, firstToken: early ? duration / 3 : duration, completion: 0 };
      return { ...timing, conversation: null, segments, markers: placed };
    });
const requests = (marks: number) =>
  fc.array(request(marks), { minLength: 1, maxLength: 24 }).map((all) => all.toSorted((a, b) => a.at - b.at));

const numbered = (given: readonly GivenSegments[]) => {
  const index = createPrefixIndex();
  return given.map((one, number) => readSegments(one, number, index, []));
};

function play(given: readonly GivenSegments[], id: string, name: string, options: SystemOptions): Figures[] {
  const service = findService(id);
  const system = findComparable(id);
  if (!service || !system) throw new Error(`No service is called ${id}.`);
  const opened = system.open(findListedModel(service, name), options);
  return numbered(given).map((one) => {
    const { read, written, refused }: PlayedRequest = opened.step(one, false);
    const of = (isHour: boolean) =>
      written.reduce((sum, { life, tokens }) => sum + ((life === 3600) === isHour ? tokens : 0), 0);
    return { read, hour: of(true), short: of(false), refused: refused !== undefined };
  });
}

it("markers: Anthropic", () => {
  fc.assert(
    fc.property(requests(4), (given) => {
      expect(play(given, "anthropic", "claude-opus-5", {})).toEqual(playNaiveMarkers(given, 512));
    }),
    { numRuns: 400 },
  );
});

it.each(["implicit", "explicit"])("message ends: OpenAI, %s", (mode) => {
  fc.assert(
    fc.property(requests(7), (given) => {
      expect(play(given, "openai", "gpt-6-sol", { mode })).toEqual(playNaiveEnds(given, mode === "implicit"));
    }),
    { numRuns: 400 },
  );
});

it("common prefixes", () => {
  const rules = fc.record({
    step: fc.constantFrom(1, 64, 128),
    minimum: fc.constantFrom(0, 512, 1024),
    life: fc.constantFrom(null, 200, 600),
  });
  fc.assert(
    fc.property(requests(0), rules, (given, own) => {
      const opened = openCommonPrefix({ ...own, minimumOf: "read", probability: 1, seed: 0 });
      const reads = numbered(given).map((one) => opened.step(one, false).read);
      expect(reads).toEqual(playNaivePrefixes(given, own));
    }),
    { numRuns: 400 },
  );
});

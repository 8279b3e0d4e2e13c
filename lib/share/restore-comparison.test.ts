/** What a link says of the comparison of systems comes back as it was, and nothing else of it reaches the page. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURRENCIES } from "../offers/offer";
import { FIRST_HOST, HOST_POLICIES, OWN_HOST_LIMITS, type OwnHost } from "../systems/own-host";
import { decodeShare, encodeShare } from "./codec";
import { restorePlay } from "./restore-play";
import { DEFAULT_LAYOUT } from "./shared-layout";

const whole = (name: "step" | "minimum" | "replicas" | "life") => fc.integer(OWN_HOST_LIMITS[name]);
const amount = (name: "input" | "output" | "readMultiplier") =>
  fc.double({ ...OWN_HOST_LIMITS[name], noNaN: true }).map((value) => value + 0);

const hosts: fc.Arbitrary<OwnHost> = fc.record({
  input: amount("input"),
  output: amount("output"),
  readMultiplier: amount("readMultiplier"),
  currency: fc.constantFrom(...CURRENCIES),
  step: whole("step"),
  minimum: whole("minimum"),
  life: fc.option(whole("life")),
  replicas: whole("replicas"),
  policy: fc.constantFrom(...HOST_POLICIES),
});

describe("a host of one's own", () => {
  it("survives a link", async () => {
    await fc.assert(
      fc.asyncProperty(hosts, async (ownHost) => {
        const comparedModels = { anthropic: "claude-opus-5" };
        const code = await encodeShare({ ...DEFAULT_LAYOUT, text: "{}", play: { ownHost, comparedModels } });
        const decoded = await decodeShare(code);
        expect(decoded.ok && decoded.value.play).toEqual({ ownHost, comparedModels });
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["a negative price", { input: -1 }],
    ["no price", { output: null }],
    ["no block", { step: 0 }],
    ["part of a token", { minimum: 1.5 }],
    ["no life at all", { life: 0 }],
    ["too many replicas", { replicas: 1_001 }],
    ["a currency of which nothing is known", { currency: "XAU" }],
    ["a router that only tests have", { policy: "given" }],
  ])("with %s is none", (_, wrong) => {
    expect(restorePlay({ ownHost: FIRST_HOST })).toEqual({ ownHost: FIRST_HOST });
    expect(restorePlay({ ownHost: { ...FIRST_HOST, ...wrong } })).toEqual({});
  });
});

describe("models of the comparison", () => {
  it("keeps what may be a row and a model", () => {
    const given = {
      anthropic: "claude-opus-5",
      "": "x",
      "Not a row": "x",
      gemini: 7,
      kimi: "",
      glm: "y".repeat(201),
    };
    expect(restorePlay({ comparedModels: given })).toEqual({
      comparedModels: { anthropic: "claude-opus-5" },
    });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        restorePlay({ comparedModels: value, ownHost: value });
      }),
    );
  });
});

it("who plays the map comes along, unless it is no name of a row", () => {
  expect(restorePlay({ played: "anthropic" })).toEqual({ played: "anthropic" });
  for (const played of ["", "An thropic", "<b>", 7, null]) expect(restorePlay({ played })).toEqual({});
});

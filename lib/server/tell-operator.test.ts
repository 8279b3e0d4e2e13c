/** The operator reads plain sentences, or lines of JSON that one program can read. */
import { afterEach, expect, it, vi } from "vitest";
import { readBodyLimits } from "./body-limits";
import { tellOperator } from "./tell-operator";

const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => {
  vi.unstubAllEnvs();
  written.mockClear();
});

it.each([undefined, "", "plain"])("is told a sentence where PLAYGROUND_LOG is %j", (level) => {
  vi.stubEnv("PLAYGROUND_LOG", level);
  tellOperator("The disk is full.");
  expect(written.mock.calls).toEqual([["The disk is full.\n"]]);
});

it.each(["faults", "refused", "requests"])("is told a line of JSON where it is %j", (level) => {
  vi.stubEnv("PLAYGROUND_LOG", level);
  tellOperator("Error\n    at here");
  const line = String(written.mock.calls[0]?.[0]);
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(line)).toEqual({
    time: expect.any(String),
    event: "fault",
    message: "Error\n    at here",
  });
});

it("is told once of a setting that every request finds wrong, with its value", () => {
  for (let request = 0; request < 3; request += 1) {
    expect(() => readBodyLimits({ PLAYGROUND_BODY_MB: "1 GB" })).toThrow("PLAYGROUND_BODY_MB");
  }
  expect(written).toHaveBeenCalledOnce();
  expect(String(written.mock.lastCall?.[0])).toMatch(/^PLAYGROUND_BODY_MB=1 GB: /);
});

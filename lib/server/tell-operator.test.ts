/** The operator reads plain sentences, or lines of JSON that one program can read. */
import { afterEach, expect, it, vi } from "vitest";
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

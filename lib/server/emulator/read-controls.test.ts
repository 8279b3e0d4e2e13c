/** The steering headers: read, or refused in a sentence. */
import { expect, it } from "vitest";
import { readControls } from "./read-controls";

it("asks for nothing where there are none", () => {
  expect(readControls(new Headers())).toEqual({
    ok: true,
    controls: {
      time: null,
      fault: null,
      completion: null,
      calls: null,
      latency: false,
      implicit: false,
      lie: null,
      duration: 0,
      ratio: 1,
      readings: {},
    },
  });
});

it("reads all of them", () => {
  const headers = new Headers({
    "X-Emulator-Time": "1800000000.5",
    "x-emulator-fault": "Cut",
    "x-emulator-completion": "0",
    "x-emulator-calls": "30",
    "x-emulator-latency": "real",
    "x-emulator-implicit": "always",
    "x-emulator-lie": "scatter",
    "x-emulator-duration": "2.5",
    "x-emulator-ratio": "0.9",
    "x-emulator-readings": "life=hour, extra-markers=first-four",
  });
  expect(readControls(headers)).toEqual({
    ok: true,
    controls: {
      time: 1_800_000_000.5,
      fault: "cut",
      completion: 0,
      calls: 30,
      latency: true,
      implicit: true,
      lie: "scatter",
      duration: 2.5,
      ratio: 0.9,
      readings: { life: "hour", "extra-markers": "first-four" },
    },
  });
});

it.each([
  ["x-emulator-time", "soon"],
  ["x-emulator-time", ""],
  ["x-emulator-time", "-1"],
  ["x-emulator-time", "1e300"],
  ["x-emulator-completion", "1.5"],
  ["x-emulator-completion", "10001"],
  ["x-emulator-calls", "1001"],
  ["x-emulator-fault", "402"],
  ["x-emulator-lie", "all"],
  ["x-emulator-latency", "on"],
  ["x-emulator-implicit", "yes"],
])("refuses %s: %s", (name, value) => {
  expect(readControls(new Headers({ [name]: value }))).toMatchObject({
    ok: false,
    message: expect.stringMatching(new RegExp(`^${name} must be [^\n]+\\.$`)),
  });
});

/** Five markers: the probe tells apart what becomes of them. */
import { describe, expect, it } from "vitest";
import { askEmulator, listWays } from "../fixtures/ask-emulator";

describe.each(["qwen3-max", "qwen3.7-max", "qwen4-max"])("on %s", (model) => {
  it.each(listWays("extra-markers"))("finds %j", async (readings) => {
    expect(await askEmulator("extra-markers", { model, readings })).toMatchObject({
      kind: "settled",
      readings,
    });
  });
});

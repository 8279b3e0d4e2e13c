/** Every call of every probe is explained in each language, and every explanation is of some call. */
import { expect, it } from "vitest";
import { createWords } from "../words/create-words";
import { en } from "../words/en";
import { zh } from "../words/zh";
import { findProbe } from "./list-probes";
import { listCalls } from "./plan";
import { PROBE_IDS } from "./probe";
import { sayCall } from "./say-call";

const calls = PROBE_IDS.flatMap((probe) =>
  (["key", "workspace", "region", null] as const).flatMap((second) =>
    listCalls(findProbe(probe), { model: "qwen3.7-max", second }).map(({ id }) => ({
      probe,
      id,
    })),
  ),
);
const saidOf = calls.map(({ probe, id }) => sayCall(probe, id));

it("knows a text for each call, with all that it names", () => {
  const known = new Set(Object.keys(en.probeCalls).map((key) => `probeCalls.${key}`));
  expect(saidOf.filter(({ key }) => !known.has(key))).toEqual([]);
  for (const words of [createWords("en", en), createWords("zh", zh)]) {
    for (const said of saidOf) expect(words.say(said)).not.toMatch(/[{}]/);
  }
});

it("has no text that no call has", () => {
  const used = new Set<string>(saidOf.map(({ key }) => key));
  expect(Object.keys(en.probeCalls).filter((key) => !used.has(`probeCalls.${key}`))).toEqual([]);
});

it("names only calls of the same probe", () => {
  for (const [index, { values = {} }] of saidOf.entries()) {
    const { probe } = calls[index] ?? { probe: "life" };
    const ids = new Set(calls.filter((one) => one.probe === probe).map(({ id }) => id));
    for (const name of [values.call, values.middle]) {
      if (name !== undefined) expect([probe, name, ids.has(String(name))]).toEqual([probe, name, true]);
    }
  }
});

/** Switches of what is open: each has words, and only known readings come out of anything decoded. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readings as words } from "../words/en/readings";
import { findAssumption } from "./assumptions";
import { readingOf, readingsFor, restoreReadings, SWITCH_IDS, SWITCHES } from "./readings";

describe.each(SWITCH_IDS)("%s", (id) => {
  const { readings, assumption, source, asOf } = SWITCHES[id];

  it("has a question and a sentence for each reading", () => {
    expect(Reflect.get(words, id)).toMatch(/\?$/);
    for (const reading of readings) {
      expect(Reflect.get(words, `${id}_${reading}`), reading).toMatch(
        /^[A-Z\d].*\.$|^cache_control|^prompt_/,
      );
    }
    expect(new Set(readings).size).toBe(readings.length);
  });

  it("says where it is from", () => {
    expect(source).toMatch(/^https:\/\//);
    expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    if (assumption !== null) expect(findAssumption(assumption)).not.toBeNull();
  });
});

it("restores what is known and leaves out the rest", () => {
  expect(restoreReadings({ life: "hour", "extra-markers": "five", nothing: "x", granularity: 3 })).toEqual({
    life: "hour",
  });
  for (const odd of [null, 7, "life", [], { __proto__: { life: "hour" } }, { constructor: "hour" }]) {
    expect(restoreReadings(odd)).toEqual({});
  }
});

it("plays what was chosen, else what was observed of the model, else the first", () => {
  const observed = { "qwen3-max": { life: "hour", lookback: "between-19" } } as const;
  const readings = readingsFor("qwen3-max", { observed, readings: { life: "ten-minutes" } });
  expect(readings).toEqual({ life: "ten-minutes", lookback: "between-19" });
  expect(readingOf(readings, "granularity")).toBe("as-documented");
  expect(readingsFor("constructor", { observed })).toEqual({});
});

it("stand in docs/rules.md, all of them with their readings", () => {
  const docs = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
  const section = docs.slice(docs.indexOf("## Open questions"), docs.indexOf("## Assumptions"));
  const say = (key: string): string => String(Reflect.get(words, key));
  const expected = SWITCH_IDS.map((id) => {
    const { readings, evidence, assumption, source, asOf } = SWITCHES[id];
    const meant = readings.map((reading) => `\`${reading}\`: ${say(`${id}_${reading}`)}`).join("<br>");
    const ground = assumption ? `${evidence}, \`${assumption}\`` : evidence;
    return `| \`${id}\` | ${say(id)} | ${meant} | ${ground}, [${asOf}](${source}) |`;
  });
  expect(section.split("\n").filter((line) => line.startsWith("| `"))).toEqual(expected);
});

/** Every ready scenario and every preset has words of its own in the catalogue, which say in English what the data says. */
import { expect, it } from "vitest";
import { isMessage } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { nameScenario } from "./name-scenario";
import { presets } from "./presets/presets";
import { tellPurpose, tellTitle } from "./presets/tell-preset";
import { scenarios } from "./scenarios";

it.each([...scenarios, ...presets.map(({ scenario }) => scenario)])("names $name", ({ name }) => {
  const said = nameScenario(name);
  expect(isMessage(said)).toBe(true);
  expect(ENGLISH.say(said)).toBe(name);
});

it("leaves a name that someone gave", () => {
  expect(nameScenario("My own")).toBe("My own");
});

it.each(presets)("tells of $id", (preset) => {
  expect(ENGLISH.say(tellTitle(preset))).toBe(preset.title);
  expect(ENGLISH.say(tellPurpose(preset))).toBe(preset.description);
});

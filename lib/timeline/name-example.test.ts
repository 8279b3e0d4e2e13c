/** Every example and every ready scenario is called in the reader's language what its data call it in English. */
import { expect, it } from "vitest";
import { isMessage } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { describeExample, nameExample } from "./name-example";
import { presets } from "./presets/presets";
import { scenarios } from "./scenarios";

const names = [
  ...presets.flatMap(({ title, scenario }) => [title, scenario.name]),
  ...scenarios.map(({ name }) => name),
];

it.each([...new Set(names)])("%s", (name) => {
  const said = nameExample(name);
  expect(isMessage(said)).toBe(true);
  expect(ENGLISH.say(said)).toBe(name);
});

it.each(presets.map(({ id, description }) => [id, description]))("%s is described", (id, description) => {
  const said = describeExample(id);
  expect(said && ENGLISH.say(said)).toBe(description);
});

it("leaves a name alone that somebody else gave", () => {
  expect(nameExample("Mine")).toBe("Mine");
  expect(nameExample("constructor")).toBe("constructor");
});

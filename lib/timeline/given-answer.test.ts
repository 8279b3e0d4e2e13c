/** Real answers enter a scenario in the place of scripted ones, and rounds of tools follow what was really called. */
import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import type { GivenAnswer } from "./given-answer";
import type { Scenario } from "./scenario";
import { playScenario } from "./script-prompts";

const call = (name: string, result: string) => ({ name, arguments: "{}", result });
const rounds = [{ gap: 5, calls: [call("a", "of a"), call("b", "of b")] }];
const turn = { mode: "append" as const, gap: 30, user: "Q1", reply: "A1", rounds };
const last = { mode: "append" as const, gap: 30, user: "Q2", reply: "A2" };
const scenario: Scenario = { name: "test", duration: 2, reply: "A0", turns: [turn, last] };
const { prompt: document } = parsePrompt('{"model": "m", "messages": [{"role": "user", "content": "Q0"}]}');

const says = (text: string, ...names: string[]): GivenAnswer => ({
  text,
  thinking: "",
  calls: names.map((name) => ({ name, arguments: '{"x": 1}' })),
});
const play = (given: readonly (GivenAnswer | undefined)[]) =>
  playScenario(document as Prompt, scenario, given).requests.map(({ prompt }) =>
    prompt.messages.map(({ parts, calls }) =>
      calls.length > 0 ? calls.map(({ name }) => name).join("+") : (parts[0]?.text ?? ""),
    ),
  );

it("plays as scripted without any", () => {
  expect(play([]).at(-1)).toEqual(["Q0", "A0", "Q1", "a+b", "of a", "of b", "A1", "Q2"]);
});

it("puts what was answered in the place of the script", () => {
  expect(play([says("R0")])[1]).toEqual(["Q0", "R0", "Q1"]);
  expect(play([undefined, undefined, says("R2")])[3]).toEqual([
    ..."Q0 A0 Q1 a+b".split(" "),
    "of a",
    "of b",
    "R2",
    "Q2",
  ]);
});

it("answers calls with the result of their name, else of their place, else with the last one", () => {
  const [, , round] = play([says("R0"), says("", "b", "a", "c")]);
  expect(round).toEqual(["Q0", "R0", "Q1", "b+a+c", "of b", "of a", "of b"]);
});

it("leaves a round out where no tool was called", () => {
  expect(play([says("R0"), says("Plain.")])).toEqual([
    ["Q0"],
    ["Q0", "R0", "Q1"],
    ["Q0", "R0", "Q1", "Plain.", "Q2"],
  ]);
});

it("keeps the script's reply where an answer has no text", () => {
  expect(play([says("", "unknown")])[1]).toEqual(["Q0", "A0", "Q1"]);
});

/** A conversation as a small picture: how much of each request repeats the one before, by the length of its texts. */

import { parsePrompt } from "../prompt/parse";
import type { Message, Prompt } from "../prompt/prompt";
import type { Scenario } from "./scenario";
import { playScenario } from "./script-prompts";

/** Lengths as shares of the longest request, between 0 and 1. */
export interface SketchRow {
  /** Of the beginning that the request before has sent as well. */
  readonly repeated: number;
  /** Of what follows it. */
  readonly fresh: number;
}

/** Requests of a picture. */
const ROWS = 5;

/** Longer texts are not worth their time: the picture is a thumbnail. */
const MAX_TEXT = 1_000_000;

/** By its square root a short question is seen beside a long system text. */
const lengthOf = ({ parts }: Message): number =>
  Math.sqrt(parts.reduce((sum, { text }) => sum + text.length, 0));

const isSame = (one: Message, other: Message | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.role === other.role &&
    one.parts.length === other.parts.length &&
    one.parts.every(({ text }, index) => text === other.parts[index]?.text));

function measure({ messages, tools }: Prompt, before: Prompt | undefined): SketchRow {
  const offered = Math.sqrt(tools.reduce((sum, { value }) => sum + JSON.stringify(value).length, 0));
  const parting = before ? messages.findIndex((each, index) => !isSame(each, before.messages[index])) : 0;
  const same = parting < 0 ? messages.length : parting;
  const lengths = messages.map(lengthOf);
  const sum = (from: number, to: number): number =>
    lengths.slice(from, to).reduce((total, length) => total + length, 0);
  const fresh = sum(same, messages.length);
  return before ? { repeated: offered + sum(0, same), fresh } : { repeated: 0, fresh: offered + fresh };
}

/** The first requests of a document and what it plays; none where the text is no request. */
export function sketchScenario(text: string, scenario: Scenario | null): readonly SketchRow[] {
  if (text.length > MAX_TEXT) return [];
  const { prompt } = parsePrompt(text);
  if (!prompt) return [];
  // A few turns make the first requests, however long the conversation is.
  const script = scenario && playScenario(prompt, { ...scenario, turns: scenario.turns.slice(0, ROWS) });
  const prompts = script ? script.requests.slice(0, ROWS).map((request) => request.prompt) : [prompt];
  const rows = prompts.map((each, index) => measure(each, prompts[index - 1]));
  const longest = Math.max(1, ...rows.map(({ repeated, fresh }) => repeated + fresh));
  return rows.map(({ repeated, fresh }) => ({ repeated: repeated / longest, fresh: fresh / longest }));
}

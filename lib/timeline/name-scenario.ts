/** Names a scenario in the reader's language: a ready one goes by its English name, which links and files carry too. */
import type { MessageKey, Said } from "../words/message";
import { presets } from "./presets/presets";
import { tellPresetScenario } from "./presets/tell-preset";

const READY: Readonly<Record<string, MessageKey>> = {
  "Three follow-up questions, 60 s apart": "turns.threeQuestions",
  "Ten turns, 60 s apart": "turns.tenTurns",
  "Ten agent turns, a tool call in each": "turns.tenAgentTurns",
  "Three follow-up turns": "turns.threeFollowUps",
  "Same request, five times": "turns.fiveTimes",
  "Same request after a long break": "turns.longBreak",
  "One request": "turns.oneRequest",
  "Agent, three tool rounds": "turns.agentRounds",
  "Clock in the system text": "turns.clockInSystem",
  "Tools shuffled half-way": "turns.shuffledHalfWay",
  "History compacted half-way": "turns.compactedHalfWay",
  "Ten workers at once": "turns.tenWorkers",
  "Pings over a coffee break": "turns.coffeeBreak",
  "Batch of 50 rows": "turns.batch",
  "Model switched half-way": "turns.switchedHalfWay",
};

const NAMES: ReadonlyMap<string, Said> = new Map<string, Said>([
  ...Object.entries(READY).map(([name, key]): [string, Said] => [name, { key }]),
  ...presets.map((preset): [string, Said] => [preset.scenario.name, tellPresetScenario(preset)]),
]);

/** A name that someone gave stays as it is. */
export const nameScenario = (name: string): Said => NAMES.get(name) ?? name;

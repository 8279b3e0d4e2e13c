/** A preset's title and what it is for, to be said in the reader's language. */
import type { Message, MessageKey } from "../../words/message";
import type { Preset } from "./presets";

/** e.g. `tool-agent` → `toolAgent`. */
const nameOf = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const tellOf = ({ id }: Pick<Preset, "id">, what: string): Message => ({
  key: `examples.${nameOf(id)}${what}` as MessageKey,
});

export const tellTitle = (preset: Pick<Preset, "id">): Message => tellOf(preset, "Title");

/** One sentence: when to lay out a prompt this way. */
export const tellPurpose = (preset: Pick<Preset, "id">): Message => tellOf(preset, "Says");

/** The name of the scenario that comes with it. */
export const tellPresetScenario = (preset: Pick<Preset, "id">): Message => tellOf(preset, "Scenario");

/** Examples as documents: opened under their names, and known again while nobody has changed them. */
import type { Region } from "../offers/model";
import type { Dialect } from "../prompt/prompt";
import { type Preset, presets } from "../timeline/presets/presets";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import type { AddressDocument } from "./address";
import type { LoadedDocument, PlaygroundState } from "./playground-state";

const BLANK_MESSAGES = [
  { role: "system", content: "" },
  { role: "user", content: "" },
];

/** @param region null = as the page has it */
export const exampleDocument = (
  { id, title, text, scenario, model }: Preset,
  region: Region | null = null,
): LoadedDocument => ({
  text,
  scenario,
  presetId: id,
  model,
  name: title,
  ...(region === null ? {} : { region }),
});

/** A request with nothing in it yet, on the user's model. */
export const newDocument = (model: string): LoadedDocument => ({
  text: `${JSON.stringify({ model, messages: BLANK_MESSAGES }, null, 2)}\n`,
  scenario: NEUTRAL_SCENARIO,
  presetId: null,
  model,
});

const TEMPLATE = {
  system: "You are a helpful assistant. Put everything that stays the same from request to request here.",
  question: "The question, which is another each time.",
  marker: { cache_control: { type: "ephemeral" } },
} as const;

/**
 * A request with a system text, marked for the cache where its dialect knows markers, and a question: something to write
 * over. Ends with a line break.
 */
export function writeTemplate(dialect: Dialect, model: string): string {
  const { system, question, marker } = TEMPLATE;
  const parts = [{ type: "text", text: system, ...marker }];
  const asked = { role: "user", content: question };
  const body =
    dialect === "responses"
      ? { model, instructions: system, input: [asked] }
      : dialect === "anthropic"
        ? { model, max_tokens: 1024, system: parts, messages: [asked] }
        : { model, messages: [{ role: "system", content: parts }, asked] };
  return `${JSON.stringify(body, null, 2)}\n`;
}

/** @param id of an address; null where no example has it any more */
export const findExample = (id: string): Preset | null => presets.find((preset) => preset.id === id) ?? null;

/** The region that a page has before anybody has said where their key is from. */
const FIRST_REGION: Region = "intl";

/** The example on the page, where it is as it was opened; null otherwise. */
export function untouchedExample({
  presetId,
  edited,
  settings,
}: Pick<PlaygroundState, "presetId" | "edited" | "settings">): AddressDocument | null {
  if (presetId === null || edited || findExample(presetId) === null) return null;
  return { kind: "example", id: presetId, region: settings.region === FIRST_REGION ? null : settings.region };
}

/** The pipeline: text and settings → everything the page shows. One pure function for worker, API and tests. */
import { createPrefixIndex } from "../cache/prefix-index";
import { lintErrors, lintPrompt } from "../lint/lint";
import { parsePrompt } from "../prompt/parse";
import type { Prompt, TextRange } from "../prompt/prompt";
import type { CounterFor } from "../tokens/token-counter";
import type { Analysis, Places, Settings } from "./analysis";
import { playScript } from "./play-script";
import { prepareScript } from "./prepare-script";
import { prepareRequest } from "./view-request";

const NO_PLACES: Places = { segments: {}, markers: {} };

function placesOf(prompt: Prompt): Places {
  const segments: Record<string, TextRange> = {};
  for (const message of prompt.messages) segments[message.pointer] = message.range;
  const first = prompt.tools[0];
  const last = prompt.tools.at(-1);
  if (first && last) segments["/tools"] = { start: first.range.start, end: last.range.end };
  const markers = Object.fromEntries(prompt.markers.map((marker) => [marker.pointer, marker.range]));
  return { segments, markers };
}

/**
 * Analyses a document and plays its scenario.
 * Never throws: what is wrong with the text is a diagnostic, and `request` is null when nothing can be measured.
 */
export function analyse(text: string, settings: Settings, counterFor: CounterFor): Analysis {
  const { prompt, errors } = parsePrompt(text);
  if (!prompt) {
    return { diagnostics: lintErrors(text, errors), request: null, places: NO_PLACES, timeline: null };
  }
  const index = createPrefixIndex();
  const first = prepareRequest(prompt, settings.model, counterFor, index, settings);
  const script = prepareScript(first, settings, counterFor, index);
  const diagnostics = lintPrompt(
    {
      text,
      prompt,
      errors,
      measured: first.measured,
      model: first.model,
      modelName: first.modelName,
      region: settings.region,
      layout: first.layout,
      markers: first.markers,
      following: script.turns.slice(1).map(({ ready }) => ready.prompt),
    },
    settings.offRules,
  );
  return {
    diagnostics,
    request: first.view,
    places: placesOf(prompt),
    timeline: playScript(script, settings),
  };
}

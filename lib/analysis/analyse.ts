/** The pipeline: text and settings → everything the page shows. One pure function for worker, API and tests. */
import { createPrefixIndex, type PrefixIndex } from "../cache/prefix-index";
import { lintErrors, lintPrompt } from "../lint/lint";
import { parsePrompt } from "../prompt/parse";
import type { Prompt, TextRange } from "../prompt/prompt";
import type { Scenario } from "../timeline/scenario";
import { type ScriptedPrompt, scriptPrompts } from "../timeline/script-prompts";
import { simulate } from "../timeline/simulate";
import type { CounterFor } from "../tokens/token-counter";
import type { Analysis, Places, Settings, TimelineView } from "./analysis";
import { type PreparedRequest, prepareRequest } from "./view-request";

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

const ALONE: Scenario = { name: "One request", duration: 3, reply: "", turns: [] };

function playScript(
  script: readonly ScriptedPrompt[],
  first: PreparedRequest,
  settings: Settings,
  counterFor: CounterFor,
  index: PrefixIndex,
): TimelineView {
  const played = script.map(({ prompt, ...request }) => ({
    ...request,
    ready:
      prompt === first.prompt ? first : prepareRequest(prompt, settings.model, counterFor, index, settings),
  }));
  const { turns, entries, totals } = simulate({
    region: settings.region,
    implicit: "never",
    requests: played.map(({ at, duration, reply, ready }) => ({
      at,
      duration,
      completion: counterFor(ready.model).count(reply),
      layout: ready.layout,
      markers: ready.markers,
      measured: ready.measured,
    })),
  });
  return {
    turns: played.flatMap(({ at, duration, ready }, turn) => {
      const ledger = turns[turn];
      return ledger ? [{ at, duration, request: ready.view, ledger }] : [];
    }),
    entries,
    totals,
  };
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
  const script = scriptPrompts(prompt, settings.scenario ?? ALONE);
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
      following: script.slice(1).map((request) => request.prompt),
    },
    settings.offRules,
  );
  return {
    diagnostics,
    request: first.view,
    places: placesOf(prompt),
    timeline: playScript(script, first, settings, counterFor, index),
  };
}

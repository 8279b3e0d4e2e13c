/** Writes out a scenario and prepares every request of it: placed markers, counts, layout, times. */
import { placeMarkers } from "../placement/place-markers";
import type { Prompt } from "../prompt/prompt";
import type { Scenario } from "../timeline/scenario";
import { playScenario, type ScriptedPrompt, type ScriptProblem } from "../timeline/script-prompts";
import type { TimedRequest } from "../timeline/timed-request";
import type { CounterFor } from "../tokens/token-counter";
import type { Settings } from "./analysis";
import { type PreparedRequest, type Preparer, timeRequest } from "./prepare-request";

/** A request of a scenario on its way through the pipeline. */
export interface PreparedTurn {
  readonly script: ScriptedPrompt;
  readonly ready: PreparedRequest;
  readonly timed: TimedRequest;
}

export interface PreparedScript {
  /** In order of time, the document's own first. */
  readonly turns: readonly PreparedTurn[];
  readonly problems: readonly ScriptProblem[];
}

/** What is played where there is no scenario. */
export const ALONE: Scenario = { name: "One request", duration: 3, reply: "", turns: [] };

/** The placement decides from the second request on: the document itself is sent as it stands. */
export function placeFollowing(
  prompts: readonly Prompt[],
  { placement, model }: Pick<Settings, "placement" | "model">,
): readonly Prompt[] {
  if (!placement || placement.kind === "as-drawn") return prompts;
  const placed = placeMarkers(prompts, placement, model);
  return prompts.map((prompt, index) => (index === 0 ? prompt : (placed[index] ?? prompt)));
}

/**
 * The requests that a document and its settings lead to.
 * @param first the document's own request
 * @param prepareNext what `first` was prepared with
 */
export function prepareScript(
  first: PreparedRequest,
  settings: Settings,
  counterFor: CounterFor,
  prepareNext: Preparer,
): PreparedScript {
  const { requests, problems } = playScenario(
    first.prompt,
    settings.scenario ?? ALONE,
    [],
    settings.changing ?? [],
  );
  const placed = placeFollowing(
    requests.map(({ prompt }) => prompt),
    settings,
  );
  // Pings and repeated requests are the same prompt over and over.
  const known = new Map([[first.prompt, first]]);
  const prepare = (prompt: Prompt): PreparedRequest => {
    const ready = known.get(prompt) ?? prepareNext(prompt);
    known.set(prompt, ready);
    return ready;
  };
  const turns = requests.map((script, order): PreparedTurn => {
    const ready = prepare(placed[order] ?? script.prompt);
    const { at, duration, completionTokens, reply } = script;
    const { ttl, automatic } = settings;
    const timing = { at, duration, completion: completionTokens ?? null, reply, ttl, automatic };
    return { script, ready, timed: timeRequest(ready, timing, counterFor) };
  });
  return { turns, problems };
}

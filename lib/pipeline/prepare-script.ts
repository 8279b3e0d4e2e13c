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

/** Which conversation of a recording a request belongs to; undefined where there is one alone. */
export const laneOf = (
  scenario: Scenario | null,
  { turn }: Pick<ScriptedPrompt, "turn">,
): string | undefined => (turn < 0 ? scenario?.lane : scenario?.turns[turn]?.lane);

/** The placement decides from the second request on: the document itself is sent as it stands. */
export function placeFollowing(
  prompts: readonly Prompt[],
  { placement, model, ...told }: Pick<Settings, "placement" | "model" | "readings" | "observed">,
): readonly Prompt[] {
  if (!placement || placement.kind === "as-drawn") return prompts;
  const placed = placeMarkers(prompts, placement, model, told);
  return prompts.map((prompt, index) => (index === 0 ? prompt : (placed[index] ?? prompt)));
}

/**
 * The requests that a document and its settings lead to.
 * @param first the document's own request
 * @param preparerOf what prepares the requests of a lane, one after the other
 */
export function prepareScript(
  first: PreparedRequest,
  settings: Settings,
  counterFor: CounterFor,
  preparerOf: (lane: string | undefined) => Preparer,
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
  const prepare = (prompt: Prompt, lane: string | undefined): PreparedRequest => {
    const ready = known.get(prompt) ?? preparerOf(lane)(prompt);
    known.set(prompt, ready);
    return ready;
  };
  const turns = requests.map((script, order): PreparedTurn => {
    const ready = prepare(placed[order] ?? script.prompt, laneOf(settings.scenario, script));
    const { at, duration, completionTokens, reply } = script;
    const { ttl, automatic } = settings;
    const timing = { at, duration, completion: completionTokens ?? null, reply, ttl, automatic };
    return { script, ready, timed: timeRequest(ready, timing, counterFor) };
  });
  return { turns, problems };
}

/** The acts by which "Show me" mends a scene: the same edits that the page makes when a reader does them by hand. */
import type { Anchor } from "../placement/anchor";
import { applyEdits } from "../prompt/apply-edits";
import { addMarker, type EditResult, moveMarker, removeMarker } from "../prompt/marker-edits";
import type { Scenario, Turn } from "../timeline/scenario";
import type { Facts, Scene } from "./lesson";

type Act = (scene: Scene, facts: Facts) => Scene;

/** @throws where the edit is not possible: a lesson's own scene, which its test plays, always allows it */
function edited(scene: Scene, result: EditResult): Scene {
  if (!result.ok) throw new Error(typeof result.reason === "string" ? result.reason : result.reason.key);
  return { ...scene, text: applyEdits(scene.text, result.edits) };
}

/** Puts the first changing words behind the last marker. */
export const moveChangingWords: Act = (scene, { now }) => {
  const mend = now.timeline.changing.find((span) => span.mend !== null)?.mend;
  return mend ? { ...scene, text: applyEdits(scene.text, mend.edits) } : scene;
};

/** @param segment pointer of the message or part that gets a marker, e.g. `/messages/1` */
export const markAt =
  (segment: string): Act =>
  (scene) =>
    edited(scene, addMarker(scene.text, segment));

/** @param marker its place in order, from 0 */
export const unmark =
  (marker: number): Act =>
  (scene, { now }) =>
    edited(scene, removeMarker(scene.text, now.request.markers[marker]?.pointer ?? ""));

/** @param marker its place in order, from 0 @param segment pointer of the message or part it goes to */
export const remark =
  (marker: number, segment: string): Act =>
  (scene, { now }) =>
    edited(scene, moveMarker(scene.text, now.request.markers[marker]?.pointer ?? "", segment));

/** Plays another scenario. */
export const replay =
  (change: (scenario: Scenario) => Scenario): Act =>
  (scene) => {
    const { scenario } = scene.settings;
    return scenario ? { ...scene, settings: { ...scene.settings, scenario: change(scenario) } } : scene;
  };

/** Changes one turn of the scenario. @param turn from 0: the document asks before it */
export const changeTurn = (turn: number, change: (turn: Turn) => Turn): Act =>
  replay((scenario) => ({
    ...scenario,
    turns: scenario.turns.map((each, index) => (index === turn ? change(each) : each)),
  }));

/** @param seconds between the starts of the turn's first request and of the request before it */
export const waitFor = (turn: number, seconds: number): Act =>
  changeTurn(turn, (each) => ({ ...each, gap: seconds }));

/** One more turn at the end. */
export const addTurn = (turn: Turn): Act =>
  replay((scenario) => ({ ...scenario, turns: [...scenario.turns, turn] }));

/** Nothing changes any more before the turn. @param turn from 0 */
export const dropEvents = (turn: number): Act => changeTurn(turn, ({ events: _, ...each }) => each);

/**
 * In every request that follows, the markers go to these places; the document's own request keeps its own.
 * @param name of a known placement; empty where it goes by its places
 */
export const placeMarkers =
  (name: string, anchors: readonly Anchor[]): Act =>
  (scene) => ({ ...scene, settings: { ...scene.settings, placement: { kind: "anchors", name, anchors } } });

/** Writes other words in the document, as a reader would in the editor. */
export const rewrite =
  (words: string, others: string): Act =>
  (scene) => ({ ...scene, text: scene.text.replace(words, () => others) });

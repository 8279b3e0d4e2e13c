/** Names what the user did, for "Undo: …", and says which acts belong together. */
import type { RequestView } from "../pipeline/analysis";
import type { FixedDocument } from "../pipeline/fix-all";
import { nameExample } from "../timeline/name-example";
import type { Scenario, Turn } from "../timeline/scenario";
import { formatNumber } from "../values/figures";
import { type Message, type Said, tell } from "../words/message";
import type { ActName } from "./history";
import { nameDocument } from "./name-document";
import type { Patch } from "./patch";
import type { LoadedDocument, PlayChange } from "./playground-state";

/** e.g. "message 3 (user), prefix 8,924 tokens". @param pointer of a segment of `request` */
function describePlace(request: RequestView | undefined, pointer: string): Said {
  const index = request?.segments.findIndex((segment) => segment.pointer === pointer) ?? -1;
  const segment = request?.segments[index];
  if (!segment) return pointer;
  const { role, prefix } = segment;
  return tell("store.place", { number: index + 1, role, prefix: formatNumber(prefix) });
}

/** What is said of a marker, and what the act is called. @param pointer of the segment where it stands now */
export function nameMarker(
  done: "Added" | "Moved",
  request: RequestView | undefined,
  pointer: string,
): readonly [said: Message, name: Message] {
  const said = tell(`store.marker${done}`, { place: describePlace(request, pointer) });
  return [said, tell(`store.marker${done}Name`)];
}

/** What fixing everything at once has done. */
export function describeFixes({ fixed, left }: FixedDocument): Message {
  if (fixed.length === 0) return tell("store.fixedNothing");
  if (left === 0) return tell("store.fixed", { fixed: fixed.length });
  return tell("store.fixedSome", { fixed: fixed.length, left });
}

/** An act by what was announced of it, whose first words name it unless a name is given. */
export const nameSaid = (said: Said, name?: Said, group: string | null = null): ActName => ({
  name: name ?? tell("store.act", { act: { phrase: said } }),
  said,
  group,
});

export function nameOpened(document: LoadedDocument): ActName {
  const name = document.name === undefined ? tell("store.newDocument") : nameDocument(document.name);
  return nameSaid(tell("store.opened", { name }), tell("store.opening", { name }));
}

/** More at once is a paste and stands alone. */
const TYPED = 16;

/** A change that the editor made by itself: letters that follow each other are one, up to the end of a line. */
export function nameTyping(patches: readonly Patch[]): ActName {
  const [patch] = patches;
  const isTyped =
    patches.length === 1 && patch && patch.put.length <= TYPED && patch.removed.length <= 4 * TYPED;
  return {
    name: tell("store.textEdited"),
    said: null,
    group: isTyped && !patch.put.includes("\n") ? "typing" : null,
  };
}

const PLAY_CHANGES = {
  placement: "store.placementChanged",
  system: "store.systemChanged",
  implicit: "store.implicitChanged",
  ttl: "store.ttlChanged",
  automatic: "store.automaticChanged",
  prices: "store.pricesChanged",
  readings: "store.readingsChanged",
  changing: "store.changingChanged",
  comparedModels: "store.comparedModelsChanged",
  ownHost: "store.ownHostChanged",
  played: "store.playedChanged",
  rulesOn: "store.rulesOnChanged",
  seenPrices: "store.seenPricesChanged",
} as const satisfies Record<keyof PlayChange, string>;

export function namePlayChange(change: PlayChange): ActName {
  const keys = Object.keys(change) as (keyof PlayChange)[];
  const [first] = keys;
  const said = tell(first ? PLAY_CHANGES[first] : "store.optionsChanged");
  return nameSaid(said, undefined, `play ${keys.join(" ")}`);
}

const TEXTS: readonly (keyof Turn)[] = ["user", "reply", "thinking"];

function nameTurnChange(before: Turn, after: Turn, number: number): ActName {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Turn)[];
  const changed = keys.filter((key) => before[key] !== after[key]);
  const group = `turn ${number} ${changed.join(" ")}`;
  if (changed.length === 1 && changed[0] === "gap")
    return nameSaid(tell("store.gapChanged"), undefined, group);
  if (changed.length > 0 && changed.every((key) => TEXTS.includes(key)))
    return { name: tell("store.turnTextEdited", { number: `${number}` }), said: null, group };
  return nameSaid(tell("store.turnChanged", { number: `${number}` }), undefined, group);
}

/** What one scenario has and the other has not. */
export function nameScenarioChange(before: Scenario | null, after: Scenario | null): ActName {
  const from = before?.turns ?? [];
  const to = after?.turns ?? [];
  const added = to.length - from.length;
  const first = to.findIndex((turn, index) => turn !== from[index]);
  const now = new Set(to);
  const kept = from.filter((turn) => now.has(turn)).length;
  if (added === 1 && kept === from.length) return nameSaid(tell("store.turnAdded"));
  if (added === -1 && kept === to.length) {
    const number = first < 0 ? from.length : first + 1;
    return nameSaid(tell("store.turnRemoved", { number: `${number}` }));
  }
  if (added === 0 && kept === to.length && first >= 0) return nameSaid(tell("store.turnMoved"));
  const turn = to[first];
  const was = from[first];
  if (added === 0 && kept === to.length - 1 && turn && was) return nameTurnChange(was, turn, first + 1);
  if (before && after && first < 0 && added === 0) {
    if (before.reply !== after.reply)
      return { name: tell("store.firstAnswerEdited"), said: null, group: "reply" };
    if (before.duration !== after.duration)
      return nameSaid(tell("store.durationChanged"), undefined, "duration");
  }
  const scenario = nameExample(after?.name ?? "One request");
  return nameSaid(tell("store.scenario", { scenario }), tell("store.scenarioChosen"));
}

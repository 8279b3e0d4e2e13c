/** Names what the user did, for "Undo: …", and says which acts belong together. */
import type { RequestView } from "../pipeline/analysis";
import type { FixedDocument } from "../pipeline/fix-all";
import type { Scenario, Turn } from "../timeline/scenario";
import { formatMany, formatNumber } from "../values/figures";
import type { ActName } from "./history";
import type { Patch } from "./patch";
import type { PlayChange } from "./playground-state";

/** e.g. "message 3 (user), prefix 8,924 tokens". @param pointer of a segment of `request` */
export function describePlace(request: RequestView | undefined, pointer: string): string {
  const index = request?.segments.findIndex((segment) => segment.pointer === pointer) ?? -1;
  const segment = request?.segments[index];
  if (!segment) return pointer;
  return `message ${index + 1} (${segment.role}), prefix ${formatNumber(segment.prefix)} tokens`;
}

/** What fixing everything at once has done. */
export function describeFixes({ fixed, left }: FixedDocument): string {
  if (fixed.length === 0) return "Nothing could be fixed without changing what the model reads.";
  const rest =
    left === 0 ? "" : ` ${formatMany(left, "problem")} ${left === 1 ? "needs" : "need"} your decision.`;
  return `${formatMany(fixed.length, "problem")} fixed: only markers have changed.${rest}`;
}

/** The announcement within a label: without its full stop, and small where it begins with a plain word. */
const shorten = (said: string): string => {
  const [sentence = ""] = said.split(/[.:;](?:\s|$)/);
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
};

/** An act by what was announced of it. */
export const nameSaid = (said: string, name = shorten(said)): ActName => ({ name, said, group: null });

/** More at once is a paste and stands alone. */
const TYPED = 16;

/** A change that the editor made by itself: letters that follow each other are one, up to the end of a line. */
export function nameTyping(patches: readonly Patch[]): ActName {
  const [patch] = patches;
  const isTyped =
    patches.length === 1 && patch && patch.put.length <= TYPED && patch.removed.length <= 4 * TYPED;
  return {
    name: "text edited",
    said: null,
    group: isTyped && !patch.put.includes("\n") ? "typing" : null,
  };
}

const PLAY_NAMES: Readonly<Record<keyof PlayChange, string>> = {
  placement: "placement",
  system: "cache system",
  implicit: "implicit reads",
  ttl: "lifetime of entries",
  automatic: "session cache",
  prices: "prices",
  changing: "changing text",
  comparedModels: "model of the comparison",
  ownHost: "host of your own",
  played: "system that plays the map",
  rulesOn: "rules",
  seenPrices: "prices of the day",
};

export function namePlayChange(change: PlayChange): ActName {
  const keys = Object.keys(change) as (keyof PlayChange)[];
  const [first] = keys;
  const name = `${first ? PLAY_NAMES[first] : "options"} changed`;
  return { name, said: sentence(name), group: `play ${keys.join(" ")}` };
}

const sentence = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}.`;

const TEXTS: readonly (keyof Turn)[] = ["user", "reply", "thinking"];

function nameTurnChange(before: Turn, after: Turn, number: number): ActName {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Turn)[];
  const changed = keys.filter((key) => before[key] !== after[key]);
  const group = `turn ${number} ${changed.join(" ")}`;
  if (changed.length === 1 && changed[0] === "gap")
    return { name: "gap changed", said: "Gap changed.", group };
  if (changed.length > 0 && changed.every((key) => TEXTS.includes(key)))
    return { name: `text of turn ${number} edited`, said: null, group };
  return { name: `turn ${number} changed`, said: `Turn ${number} changed.`, group };
}

/** What one scenario has and the other has not. */
export function nameScenarioChange(before: Scenario | null, after: Scenario | null): ActName {
  const from = before?.turns ?? [];
  const to = after?.turns ?? [];
  const added = to.length - from.length;
  const named = (name: string, group: string | null = null): ActName => ({
    name,
    said: sentence(name),
    group,
  });
  const first = to.findIndex((turn, index) => turn !== from[index]);
  const now = new Set(to);
  const kept = from.filter((turn) => now.has(turn)).length;
  if (added === 1 && kept === from.length) return named("turn added");
  if (added === -1 && kept === to.length) return named(`turn ${first < 0 ? from.length : first + 1} removed`);
  if (added === 0 && kept === to.length && first >= 0) return named("turn moved");
  const turn = to[first];
  const was = from[first];
  if (added === 0 && kept === to.length - 1 && turn && was) return nameTurnChange(was, turn, first + 1);
  if (before && after && first < 0 && added === 0) {
    if (before.reply !== after.reply) return { name: "first answer edited", said: null, group: "reply" };
    if (before.duration !== after.duration) return named("duration changed", "duration");
  }
  return { name: "scenario chosen", said: `Scenario: ${after?.name ?? "One request"}.`, group: null };
}

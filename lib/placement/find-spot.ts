/** Finds the part of a request that an anchor marks. */
import { granularityOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import type { Readings } from "../offers/readings";
import { isWithin } from "../prompt/json-pointer";
import { canCarry } from "../prompt/marker-target";
import type { Message, Prompt } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";
import { countBlocks } from "../tokens/render-turn";
import type { Anchor } from "./anchor";

/** A part, by its indices. */
export interface Spot {
  readonly message: number;
  readonly part: number;
}

/** What an anchor is relative to. */
export interface Setting {
  readonly prompt: Prompt;
  /** Null for the first request. */
  readonly previous: Prompt | null;
  readonly first: Prompt;
  /** Whose boundaries count; null = unknown, at message ends. */
  readonly model: Model | null;
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings | undefined;
}

const isSystem = ({ role }: Message): boolean => role === "system";

function isAsking({ role, parts }: Message): boolean {
  return role === "user" && parts.some(({ kind }) => kind !== "tool-result");
}

const isInput = ({ role }: Message): boolean => role === "user" || role === "tool" || role === "function";

function lastSpot(prompt: Prompt, message: number): Spot | null {
  const part = prompt.messages[message]?.parts.findLastIndex(canCarry) ?? -1;
  return part < 0 ? null : { message, part };
}

/** The newest message up to `from` that `fits` and can carry a marker, after passing over `back` of them. */
function newest(
  prompt: Prompt,
  from: number,
  fits: (message: Message) => boolean,
  back: number = 0,
): Spot | null {
  let left = back;
  for (let index = Math.min(from, prompt.messages.length - 1); index >= 0; index--) {
    const message = prompt.messages[index];
    if (!message || isSystem(message) || !fits(message)) continue;
    const spot = lastSpot(prompt, index);
    if (spot && left-- === 0) return spot;
  }
  return null;
}

function systemSpot(prompt: Prompt): Spot | null {
  const { messages } = prompt;
  const end = messages.findIndex((message) => !isSystem(message));
  for (let index = (end < 0 ? messages.length : end) - 1; index >= 0; index--) {
    const spot = lastSpot(prompt, index);
    if (spot) return spot;
  }
  return null;
}

function pinnedSpot({ prompt, first }: Setting, pointer: string): Spot | null {
  const index = first.messages.findIndex((message) => isWithin(pointer, message.pointer));
  const pinned = first.messages[index];
  const message = prompt.messages[index];
  if (!pinned || !message || message.pointer !== pinned.pointer || !isSameMessage(message, pinned))
    return null;
  // A string content may be written as an array of one part in another version of the document.
  const part = pinned.parts.findIndex((candidate) => candidate.pointer === pointer);
  const only = pinned.parts.length === 1 ? pinned.parts[0] : undefined;
  if (part < 0) {
    const whole =
      pointer === pinned.pointer ||
      (only && (isWithin(pointer, only.pointer) || isWithin(only.pointer, pointer)));
    return whole ? lastSpot(prompt, index) : null;
  }
  const there = message.parts[part];
  return there && canCarry(there) ? { message: index, part } : null;
}

function bridgeSpot({ prompt, model, readings }: Setting, blocks: number): Spot | null {
  const byPart = granularityOf(model, readings) === "part";
  let after = 0;
  for (let index = prompt.messages.length - 1; index >= 0; index--) {
    const message = prompt.messages[index];
    if (!message) break;
    if (isSystem(message)) continue;
    if (byPart && !(model?.wholeUserMessage && message.role === "user")) {
      const inside = message.parts.findLastIndex(
        (part, order) => canCarry(part) && after + message.parts.length - 1 - order >= blocks,
      );
      if (inside >= 0) return { message: index, part: inside };
    } else if (after >= blocks) {
      const spot = lastSpot(prompt, index);
      if (spot) return spot;
    }
    after += countBlocks(message, readings);
  }
  return after >= blocks ? systemSpot(prompt) : null;
}

/** The part an anchor marks in `setting.prompt`; null where there is none. */
export function findSpot(anchor: Anchor, setting: Setting): Spot | null {
  const { prompt, previous } = setting;
  const end = prompt.messages.length - 1;
  switch (anchor.kind) {
    case "system":
      return systemSpot(prompt);
    case "first-user": {
      const index = prompt.messages.findIndex((message) => isAsking(message));
      return index < 0 ? null : lastSpot(prompt, index);
    }
    case "last":
      return newest(prompt, end, () => true, anchor.back);
    case "last-user":
      return newest(prompt, end, isAsking, anchor.back);
    case "last-input":
      return newest(prompt, end, isInput, anchor.back);
    case "before-user":
      return newest(prompt, prompt.messages.findLastIndex(isAsking) - 1, () => true);
    case "previous-end": {
      if (!previous || previous.messages.length > prompt.messages.length) return null;
      return newest(prompt, previous.messages.length - 1, () => true);
    }
    case "pin":
      return pinnedSpot(setting, anchor.pointer);
    case "before-end":
      return bridgeSpot(setting, anchor.blocks);
  }
}

/** Two requests of a scenario side by side: which segments agree, and the first character that does not. */
import { findModel } from "../offers/catalogue";
import type { Readings } from "../offers/readings";
import type { Prompt } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";
import { type RenderedPrompt, renderPrompt } from "../tokens/render";
import type { RenderedSegment } from "../tokens/render-turn";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import type { PreparedTurn } from "./prepare-script";

/**
 * `same`: identical, and so is everything before it. `changed`: the first that differs. `behind`: it follows the
 * change, so that nothing of it can be read, whatever it says. `added`: the other request had ended before it.
 */
export type StripState = "same" | "changed" | "behind" | "added";

export interface StripSegment {
  readonly pointer: string;
  readonly role: string;
  readonly state: StripState;
}

export interface FirstDifference {
  /** Segment of this request in which it lies. */
  readonly pointer: string;
  readonly role: string;
  /** Characters from the start of the rendered segment. */
  readonly offset: number;
  /** Line and column of the message's own text, counted from 1; the line that opens its turn does not count. */
  readonly line: number;
  readonly column: number;
  /** What stands before the difference in both. */
  readonly shared: string;
  /** How the other request goes on, and how this one does; empty where it ends. */
  readonly before: string;
  readonly after: string;
}

export interface TurnComparison {
  readonly turn: number;
  readonly other: number;
  readonly strip: readonly StripSegment[];
  /** Null where one request is the start of the other, or both are alike. */
  readonly first: FirstDifference | null;
  /** Segments of the other request that this one has no counterpart for. */
  readonly missing: number;
}

/** What a template writes before the text of a turn. */
const OPENING = /^\n?<\|im_start\|>[^\n]*\n/;
/** What it writes behind it. */
const CLOSING = /<\|im_end\|>$/;

export interface DocumentComparison extends TurnComparison {
  /** The earlier request that starts most like this one; null where none does. */
  readonly nearest: number | null;
  /**
   * True where the first segment that differs says the same in both requests: the chat template writes it in another
   * way, e.g. without the thinking of answers before the newest question (open-weights templates of Qwen3.5, 2026).
   */
  readonly rerendered: boolean;
}

/** Characters shown on either side of a difference. */
const SHOWN = 48;

function commonLength(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  // A difference inside a surrogate pair is one of the whole character.
  const high = a.charCodeAt(length - 1);
  return length > 0 && high >= 0xd800 && high <= 0xdbff ? length - 1 : length;
}

/** The system text alone and the rendering around it; null where no tools share its turn. */
function partTools({ content, withoutTools }: RenderedSegment): { own: string; around: string } | null {
  if (withoutTools === null) return null;
  const own = withoutTools.replace(OPENING, "").replace(CLOSING, "");
  return { own, around: content.text.replace(own, () => "") };
}

/**
 * Line and column where two segments part, in the text that somebody wrote: a template may put the tools before the
 * system text, and their lines are not counted where they are the same.
 */
function findPlace(here: RenderedSegment, there: RenderedSegment): { line: number; column: number } {
  const [a, b] = [partTools(here), partTools(there)];
  const isText = a !== null && b !== null && a.around === b.around;
  const text = isText ? a.own : here.content.text.replace(OPENING, "");
  const common = commonLength(text, isText ? b.own : there.content.text.replace(OPENING, ""));
  const own = text.slice(0, common);
  return { line: own.split("\n").length, column: own.length - own.lastIndexOf("\n") };
}

function findDifference(segment: RenderedSegment, counterpart: RenderedSegment): FirstDifference {
  const [here, there] = [segment.content.text, counterpart.content.text];
  const offset = commonLength(here, there);
  return {
    pointer: segment.pointer,
    role: segment.role,
    offset,
    ...findPlace(segment, counterpart),
    shared: here.slice(Math.max(0, offset - SHOWN), offset),
    before: there.slice(offset, offset + SHOWN),
    after: here.slice(offset, offset + SHOWN),
  };
}

/** The whole text of a request as the model reads it, tail included. */
export function writeRendered({ segments, tail }: RenderedPrompt): string {
  return segments.map(({ content }) => content.text).join("") + tail;
}

/** A turn of a document's scenario against an earlier one; null where there is no such pair. */
export function compareInDocument(
  { text, settings, turn, other }: { text: string; settings: Settings; turn: number; other: number | null },
  open: DocumentOpener,
): DocumentComparison | null {
  const turns = open(text, settings).document?.turns;
  const here = turns?.[turn];
  if (!turns || !here || turn === 0) return null;
  const render = ({ ready }: PreparedTurn): RenderedPrompt =>
    renderTurn(ready.prompt, settings.model, ready.layout.readings);
  const rendered = render(here);
  const nearest = findNearest(rendered, turns.slice(0, turn).map(render));
  const against = other ?? turn - 1;
  const there = turns[against];
  if (!there || against >= turn) return null;
  const comparison = compareTurns(turn, against, rendered, render(there));
  return {
    ...comparison,
    nearest,
    // Another system has no template that could.
    rerendered:
      settings.played === undefined && isRerendered(comparison, here.ready.prompt, there.ready.prompt),
  };
}

function isRerendered({ first }: TurnComparison, here: Prompt, there: Prompt): boolean {
  const find = ({ messages }: Prompt) => messages.find(({ pointer }) => pointer === first?.pointer);
  const now = find(here);
  const before = find(there);
  return now !== undefined && before !== undefined && now.role === "assistant" && isSameMessage(now, before);
}

/** The whole text of one request of a document's scenario, as the model reads it; null where there is none. */
export function writeTurn(
  { text, settings, turn }: { text: string; settings: Settings; turn: number },
  open: DocumentOpener,
): string | null {
  const ready = open(text, settings).document?.turns[turn]?.ready;
  return ready ? writeRendered(renderTurn(ready.prompt, settings.model, ready.layout.readings)) : null;
}

/** A request rendered by the template of its own model. */
export const renderTurn = (prompt: Prompt, fallbackModel: string, readings?: Readings): RenderedPrompt =>
  renderPrompt(prompt, findModel(prompt.model ?? fallbackModel), { readings });

/** Compares rendered texts, as the cache does: what the JSON looks like does not matter. */
export function compareTurns(
  turn: number,
  other: number,
  here: RenderedPrompt,
  there: RenderedPrompt,
): TurnComparison {
  let first: FirstDifference | null = null;
  let apart = false;
  const strip = here.segments.map((segment, index): StripSegment => {
    const { pointer, role, content } = segment;
    const counterpart = there.segments[index];
    if (apart) return { pointer, role, state: "behind" };
    if (counterpart === undefined) return { pointer, role, state: "added" };
    if (counterpart.content.text === content.text) return { pointer, role, state: "same" };
    apart = true;
    first = findDifference(segment, counterpart);
    return { pointer, role, state: "changed" };
  });
  return { turn, other, strip, first, missing: Math.max(0, there.segments.length - here.segments.length) };
}

/** Of earlier requests the one that starts like this one for longest; the later of equals. Null where none does. */
export function findNearest(here: RenderedPrompt, earlier: readonly RenderedPrompt[]): number | null {
  let nearest: number | null = null;
  let longest = 0;
  for (const [index, { segments }] of earlier.entries()) {
    let common = 0;
    for (const [place, segment] of here.segments.entries()) {
      const text = segments[place]?.content.text;
      if (text === undefined) break;
      const same = commonLength(segment.content.text, text);
      common += same;
      if (same < segment.content.text.length || same < text.length) break;
    }
    if (common > 0 && common >= longest) {
      longest = common;
      nearest = index;
    }
  }
  return nearest;
}

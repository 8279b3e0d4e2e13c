/** A placement as the steps that a generated program takes to place its markers. */
import { findModel, granularityOf } from "../offers/catalogue";
import { readingsFor, type ToldReadings } from "../offers/readings";
import { type Anchor, describeAnchor } from "../placement/anchor";
import { nameOf, type Placement } from "../placement/placement";
import { isWithin } from "../prompt/json-pointer";
import type { Prompt } from "../prompt/prompt";
import type { JsonValue } from "../values/json";
import { type Message, type Said, tell } from "../words/message";
import { rollingMarker } from "./loop-body";

/** Each step marks one message, or nothing where there is none. */
export type PlacementStep =
  | { readonly kind: "system" | "first-user" | "before-user" | "previous-end" }
  | { readonly kind: "last" | "last-user" | "last-input"; readonly back: number }
  | { readonly kind: "pin"; readonly message: number; readonly part: number | null }
  | { readonly kind: "before-end"; readonly blocks: number };

export interface PlacementSteps {
  readonly steps: readonly PlacementStep[];
  /** What the program does, to stand in a comment. */
  readonly summary: Message;
  readonly markerKey: string;
  readonly marker: JsonValue;
  readonly notes: readonly Message[];
}

/** More are of no use: the last four count. https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) */
const MAX_MARKERS = 4;

function stepOf(anchor: Anchor, { messages }: Prompt): PlacementStep | null {
  if (anchor.kind === "pin") {
    const message = messages.findIndex(({ pointer }) => isWithin(anchor.pointer, pointer));
    const parts = messages[message]?.parts ?? [];
    const part = parts.findIndex(({ pointer }) => pointer === anchor.pointer);
    return message < 0 ? null : { kind: "pin", message, part: part < 0 || parts.length < 2 ? null : part };
  }
  if (anchor.kind === "before-end") return anchor;
  if (anchor.kind === "last" || anchor.kind === "last-user" || anchor.kind === "last-input") {
    return { kind: anchor.kind, back: anchor.back ?? 0 };
  }
  return { kind: anchor.kind };
}

function listAnchors(
  prompt: Prompt,
  placement: Placement & { readonly kind: "anchors" },
  model: string,
  told: ToldReadings,
): PlacementSteps {
  const anchors = placement.anchors.slice(-MAX_MARKERS);
  const notes: Message[] = [];
  if (anchors.length < placement.anchors.length) {
    notes.push(tell("exporting.fourAnchors"));
  }
  const name = prompt.model ?? model;
  const isByPart = granularityOf(findModel(name), readingsFor(name, told)) === "part";
  if (isByPart && anchors.some(({ kind }) => kind === "before-end")) {
    notes.push(tell("exporting.beforeEndMessage"));
  }
  const steps = anchors.flatMap((anchor) => stepOf(anchor, prompt) ?? []);
  if (steps.length < anchors.length) notes.push(tell("exporting.pinMissing"));
  const [first = tell("exporting.noMarkers"), ...others] = anchors.map(describeAnchor);
  const listed = others.reduce<Said>(
    (before, next) => tell("exporting.andThen", { first: before, second: next }),
    first,
  );
  const summary = tell("exporting.summary", { name: nameOf(placement), anchors: listed });
  return { steps, summary, markerKey: "cache_control", marker: { type: "ephemeral" }, notes };
}

/** As drawn: what is drawn stays, and a marker on the last message rolls along to the newest one. */
export function listSteps(
  prompt: Prompt,
  placement: Placement,
  model: string,
  told: ToldReadings = {},
): PlacementSteps {
  if (placement.kind === "anchors") return listAnchors(prompt, placement, model, told);
  const rolling = placement.kind === "as-drawn" ? rollingMarker(prompt) : null;
  const plain = {
    markerKey: rolling?.key ?? "cache_control",
    marker: rolling?.value ?? { type: "ephemeral" },
  };
  if (placement.kind === "none") return { steps: [], summary: tell("exporting.none"), ...plain, notes: [] };
  return {
    steps: rolling ? [{ kind: "last", back: 0 }] : [],
    summary: tell(rolling ? "exporting.asDrawnRolling" : "exporting.asDrawn"),
    ...plain,
    notes: [],
  };
}

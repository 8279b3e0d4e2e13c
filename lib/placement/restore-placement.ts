/** Turns anything decoded from a link into a valid placement, within bounds. */

import { isObject } from "../values/json";
import type { Anchor } from "./anchor";
import type { Placement } from "./placement";

/** Bounds of what is accepted from outside. More markers than a request may have are played as the service does. */
const MAX_ANCHORS = 8;
const MAX_NAME = 200;
const MAX_POINTER = 1000;
const MAX_BACK = 1000;
const MAX_BLOCKS = 100_000;

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

function restoreAnchor(value: unknown): Anchor | null {
  if (!isObject(value)) return null;
  const { kind, back, pointer, blocks } = value;
  switch (kind) {
    case "system":
    case "first-user":
    case "before-user":
    case "previous-end":
      return { kind };
    case "last":
    case "last-user":
    case "last-input":
      if (back === undefined) return { kind };
      return isWhole(back, 0, MAX_BACK) ? { kind, back } : null;
    case "pin":
      return typeof pointer === "string" && pointer.length <= MAX_POINTER ? { kind, pointer } : null;
    case "before-end":
      return isWhole(blocks, 1, MAX_BLOCKS) ? { kind, blocks } : null;
    default:
      return null;
  }
}

/** A valid placement out of a decoded value; null when it is none. Anchors that make no sense are left out. */
export function restorePlacement(value: unknown): Placement | null {
  if (!isObject(value)) return null;
  if (value.kind === "as-drawn" || value.kind === "none") return { kind: value.kind };
  if (value.kind !== "anchors" || !Array.isArray(value.anchors)) return null;
  return {
    kind: "anchors",
    name: typeof value.name === "string" ? value.name.slice(0, MAX_NAME) : "Placement",
    anchors: value.anchors
      .slice(0, MAX_ANCHORS)
      .map(restoreAnchor)
      .filter((anchor) => anchor !== null),
  };
}

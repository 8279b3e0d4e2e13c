/** What the field or value under the pointer means. */

import type { Said } from "../../words/message";
import type { TextRange } from "../prompt";
import { findShape, kindOf } from "./find-shape";
import { locateJson } from "./locate-json";
import { fieldOf, type Shape } from "./shape";

export interface Explanation {
  readonly range: TextRange;
  /** The field's name or the value, as written. */
  readonly title: string;
  readonly text: Said;
}

/**
 * The meaning of the field's name or the value at `offset`; null where nothing is known, and in prose.
 * @param root shape of the whole request
 */
export function explainAt(text: string, offset: number, root: Shape): Explanation | null {
  const place = locateJson(text, offset, "point");
  const shape = place && findShape(root, place);
  if (!place || !shape || place.written === null) return null;
  const { token: range, written } = place;
  if (place.kind === "value") {
    const value = place.quoted ? written : text.slice(range.start, range.end);
    const choice = shape.choices?.find((candidate) => String(candidate.value) === value);
    return choice ? { range, title: value, text: choice.description } : null;
  }
  const step = place.steps.at(-1);
  const field = step && fieldOf(shape, kindOf(shape, step), written);
  return field ? { range, title: written, text: field.description } : null;
}

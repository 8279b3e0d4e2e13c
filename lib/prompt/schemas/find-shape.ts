/** Finds the shape of a place in a request. */
import type { JsonPlace, Step } from "./locate-json";
import { fieldOf, type Shape } from "./shape";

/** The name that tells an object's variant, as it is written; null where it is not. */
export const kindOf = (shape: Shape, step: Step): string | null =>
  shape.variants ? (step.strings.get(shape.variants.key) ?? null) : null;

/** The shape of the value at the place, or of the object whose field is named there; null where nothing is known. */
export function findShape(root: Shape, place: JsonPlace): Shape | null {
  let shape: Shape | null = root;
  const steps = place.kind === "key" ? place.steps.slice(0, -1) : place.steps;
  for (const step of steps) {
    if (!shape) return null;
    if (step.type === "array") shape = shape.items ?? null;
    else shape = step.key === null ? null : fieldOf(shape, kindOf(shape, step), step.key);
  }
  return shape;
}

/** The breakpoint that a service places by itself: at the end of a request's input. */

import { limitsOf } from "../layout/lay-out";
import type { Layout } from "../layout/layout";
import type { Model } from "../offers/model";

/**
 * The layout with `breakpoints` and one after the last message, where that prefix is long enough for an entry. The
 * service's own breakpoint takes none of the slots of the markers.
 */
export function addBreakpointAtEnd(
  layout: Layout,
  model: Model | null,
  breakpoints: readonly number[],
): Layout {
  const end = layout.cuts.length - 1;
  const long = (layout.cuts[end]?.prefix ?? 0) >= limitsOf(model).minimum;
  return {
    ...layout,
    breakpoints: long && breakpoints.at(-1) !== end ? [...breakpoints, end] : breakpoints,
  };
}

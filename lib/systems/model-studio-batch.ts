/** Requests in a batch file: half the price, and no discount for what a cache held. */

import type { ModelStudioRules } from "../offers/model-studio-offer";
import { tell } from "../words/message";
import { markModelStudio } from "./mark-model-studio";
import { type CacheSystem, NOTHING_PLAYED } from "./system";

/** What becomes of a marker in a batch file. */
const NO_DISCOUNT = tell("systems.batchNoDiscount");

/**
 * Nothing is read or written at a price of its own, whatever the markers.
 * Sources: https://www.alibabacloud.com/help/en/model-studio/batch-inference (half the price) and
 * https://www.alibabacloud.com/help/en/model-studio/context-cache (no discount for cached tokens), 2026-10-11.
 */
export const modelStudioBatch: CacheSystem<ModelStudioRules, null> = {
  id: "model-studio-batch",
  menu: tell("systems.menuBatch"),
  rulePack: "model-studio-batch",
  priceShare: 0.5,
  mark(blocks, rules) {
    const { layout, markers } = markModelStudio(blocks, rules);
    return {
      layout: { ...layout, marked: false, breakpoints: [] },
      markers: markers.map((marker) => ({ ...marker, status: "ignored", reason: NO_DISCOUNT })),
    };
  },
  open: () => null,
  step: (_state, { layout }) => ({
    ...NOTHING_PLAYED,
    system: "model-studio-batch",
    lookUp: "none",
    layout: { ...layout, breakpoints: [] },
  }),
};

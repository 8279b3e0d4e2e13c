/** Requests in a batch file: half the price, and no discount for what a cache held. */

import type { ModelStudioRules } from "../offers/model-studio-offer";
import { markModelStudio } from "./mark-model-studio";
import { type CacheSystem, NOTHING_PLAYED } from "./system";

/**
 * Nothing is read or written at a price of its own, whatever the markers.
 * Sources: https://www.alibabacloud.com/help/en/model-studio/batch-inference (half the price) and
 * https://www.alibabacloud.com/help/en/model-studio/context-cache (no discount for cached tokens), 2026-10-11.
 */
export const modelStudioBatch: CacheSystem<ModelStudioRules, null> = {
  id: "model-studio-batch",
  menu: "Batch file",
  rulePack: "model-studio",
  priceShare: 0.5,
  mark: markModelStudio,
  open: () => null,
  step: (_state, { layout }) => ({
    ...NOTHING_PLAYED,
    system: "model-studio-batch",
    lookUp: "none",
    layout: { ...layout, breakpoints: [] },
  }),
};

/** Says which cache system serves a request. */
import type { CacheRequest, CacheSystemId } from "./cache-system";

/**
 * By what the request holds and its model: a marker, or on Qwen4 the wish for a breakpoint of the service's own,
 * selects the explicit cache, none the implicit one. A session serves all its requests, and excludes both.
 * Sources: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) and
 * https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4 (2026-11-16).
 * @param asked `model-studio-session` and `qwen4` (also for models that are not known) hold for every request
 */
export function chooseSystem(
  { layout, model, automatic }: Pick<CacheRequest, "layout" | "model" | "automatic">,
  asked?: CacheSystemId,
): CacheSystemId {
  if (asked === "model-studio-session") return asked;
  if (asked === "qwen4" || model?.generation === "qwen4") {
    return layout.marked || automatic ? "qwen4" : "model-studio-implicit";
  }
  return layout.marked ? "model-studio-explicit" : "model-studio-implicit";
}

/** Names a segment the way a reader counts it: "message 3 (user), prefix 8,924 tokens". */
import type { RequestView } from "../pipeline/analysis";
import { formatNumber } from "../values/figures";

/** @param pointer JSON Pointer of a segment of `request` */
export function describePlace(request: RequestView | undefined, pointer: string): string {
  const index = request?.segments.findIndex((segment) => segment.pointer === pointer) ?? -1;
  const segment = request?.segments[index];
  if (!segment) return pointer;
  return `message ${index + 1} (${segment.role}), prefix ${formatNumber(segment.prefix)} tokens`;
}

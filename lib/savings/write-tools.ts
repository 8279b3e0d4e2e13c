/** Writes another list of tools into a document. */

import { applyEdits } from "../prompt/apply-edits";
import type { Tool } from "../prompt/prompt";
import { removeProperty, replaceValue } from "../prompt/value-edit";

/** The document with these tools and no others, as they were written; the same text where that cannot be. */
export function writeTools(
  text: string,
  tools: readonly (Pick<Tool, "value"> & Partial<Pick<Tool, "range">>)[],
): string {
  const written = tools.map(({ range, value }) =>
    range ? text.slice(range.start, range.end) : JSON.stringify(value, null, 2),
  );
  const result =
    tools.length === 0
      ? removeProperty(text, "/tools")
      : replaceValue(text, "/tools", `[\n${written.join(",\n")}\n]`);
  return result.ok ? applyEdits(text, result.edits) : text;
}

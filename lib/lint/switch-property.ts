/** Writes a switch such as `"preserve_thinking": true` into a request body. */
import { memberOf } from "../prompt/json-node";
import { styleOf } from "../prompt/json-style";
import { parseJson } from "../prompt/json-tree";
import type { EditResult } from "../prompt/marker-edits";
import { replaceValue } from "../prompt/value-edit";
import { fail } from "../values/failure";
import { tell } from "../words/message";

/** Sets a property of the body to true; where it is not written yet it comes first. A bare array is refused. */
export function switchOn(text: string, key: string): EditResult {
  const { root } = parseJson(text);
  if (root?.type !== "object") return fail(tell("lint.noPlaceInArray", { key }));
  if (memberOf(root, key)) return replaceValue(text, `/${key}`, "true");
  const [first] = root.properties;
  if (!first) return fail(tell("lint.requestEmpty"));
  const { colon, comma } = styleOf(text, root);
  const breaks = /\r?\n[ \t]*$/.exec(text.slice(root.start + 1, first.start))?.[0];
  const put = `${JSON.stringify(key)}${colon}true${breaks ? `,${breaks}` : comma}`;
  return { ok: true, edits: [{ range: { start: first.start, end: first.start }, text: put }] };
}

/** Sets the model of a request as a minimal change of its text. */

import { fail } from "../values/failure";
import { tell } from "../words/message";
import { memberOf } from "./json-node";
import { styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";

/** Replaces the value of `model`, or writes the property first in the body. A bare message array is refused. */
export function setModel(text: string, model: string): EditResult {
  const { root } = parseJson(text);
  if (!root) return fail(tell("prompt.jsonFirst"));
  if (root.type !== "object") {
    return fail(tell("prompt.modelNoPlace"));
  }
  const written = memberOf(root, "model");
  const value = JSON.stringify(model);
  if (written) {
    if (text.slice(written.start, written.end) === value) return { ok: true, edits: [] };
    return { ok: true, edits: [{ range: { start: written.start, end: written.end }, text: value }] };
  }
  const { colon, comma } = styleOf(text, root);
  const property = `"model"${colon}${value}`;
  const first = root.properties[0];
  if (!first)
    return { ok: true, edits: [{ range: { start: root.start + 1, end: root.start + 1 }, text: property }] };
  const lead = text.slice(root.start + 1, first.start);
  const breaks = /\r?\n[ \t]*$/.exec(lead)?.[0];
  const separator = breaks ? `,${breaks}` : comma;
  return {
    ok: true,
    edits: [{ range: { start: first.start, end: first.start }, text: property + separator }],
  };
}

/** Takes the thoughts out of a Responses input, each with its item. */
import { cutItem } from "../array-edits";
import { memberOf, stringOf } from "../json-node";
import { parseJson } from "../json-tree";
import { type EditResult, editInSteps } from "../marker-edits";

/** Never throws; no edits where there is none. */
export function dropThoughts(text: string): EditResult {
  const input = memberOf(parseJson(text).root, "input");
  const items = input?.type === "array" ? input.items : [];
  const thoughts = items.flatMap((item, index) =>
    stringOf(memberOf(item, "type")) === "reasoning" ? [index] : [],
  );
  // The last one first, so that the others keep their numbers.
  const steps = thoughts.toReversed().map((index) => (rest: string): EditResult => {
    const list = memberOf(parseJson(rest).root, "input");
    return { ok: true, edits: list?.type === "array" ? cutItem(rest, list, index) : [] };
  });
  return editInSteps(text, steps);
}

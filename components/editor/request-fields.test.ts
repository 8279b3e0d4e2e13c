/** Every field of the requests the playground itself shows is explained at its place. */
import { expect, it } from "vitest";
import { RULES } from "../../lib/lint/rules/all-rules";
import type { JsonNode } from "../../lib/prompt/json-node";
import { parseJson } from "../../lib/prompt/json-tree";
import { parsePrompt } from "../../lib/prompt/parse";
import { explainAt } from "../../lib/prompt/schemas/explain";
import { requestShape } from "../../lib/prompt/schemas/request-shape";
import { presets } from "../../lib/timeline/presets/presets";

const bodies: (readonly [string, string])[] = [
  ...presets.map(({ id, text }) => [`preset ${id}`, text] as const),
  ...RULES.flatMap(({ id, examples }) => [
    [`${id}, good`, examples.good.text] as const,
    [`${id}, bad`, examples.bad.text] as const,
  ]),
];

/** Offsets of all fields' names. */
function listNames(node: JsonNode): number[] {
  if (node.type === "array") return node.items.flatMap(listNames);
  if (node.type === "scalar") return [];
  return node.properties.flatMap(({ keyRange, value }) => [keyRange.start, ...listNames(value)]);
}

it.each(bodies)("%s", (_, text) => {
  const { root } = parseJson(text);
  if (!root) return expect(parsePrompt(text).errors).not.toEqual([]);
  const shape = requestShape(parsePrompt(text).prompt?.dialect ?? "openai", []);
  const names = listNames(root);
  const unexplained = names.filter((offset) => !explainAt(text, offset, shape)?.text);
  expect(names.length).toBeGreaterThan(0);
  expect(unexplained.map((offset) => text.slice(offset, offset + 40))).toEqual([]);
});

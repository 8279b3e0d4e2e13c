/** Events of the tools: another order, one more, one fewer, the same ones written in another way. */
import { isWithin } from "../prompt/json-pointer";
import type { Prompt, Tool } from "../prompt/prompt";
import { isObject, type JsonValue } from "../values/json";
import { createPicker } from "../values/random";
import { NOWHERE } from "./write-message";

/** Puts tools into a request: each gets the number of its place, and the markers on tools go with theirs. */
function placeTools(prompt: Prompt, tools: readonly Tool[]): Prompt {
  const placed = tools.map((tool, index) => ({ ...tool, pointer: `/tools/${index}` }));
  const markers = tools.flatMap((tool, index) =>
    prompt.markers
      .filter(({ owner, place }) => place === "tool" && isWithin(owner, tool.pointer))
      .map((marker) => {
        const owner = `/tools/${index}`;
        return { ...marker, owner, pointer: `${owner}/${marker.key}` };
      }),
  );
  return {
    ...prompt,
    tools: placed,
    markers: [...markers, ...prompt.markers.filter(({ place }) => place !== "tool")],
  };
}

/** The tools in another order; the same seed gives the same order. Fewer than two stay as they are. */
export function shuffleTools(prompt: Prompt, seed: number): Prompt {
  const pick = createPicker(seed);
  const tools = [...prompt.tools];
  for (let at = tools.length - 1; at > 0; at--) {
    const other = pick(at + 1);
    const [here, there] = [tools[at], tools[other]];
    if (here && there) [tools[at], tools[other]] = [there, here];
  }
  const [first, ...others] = tools;
  const isSame = tools.every((tool, index) => tool === prompt.tools[index]);
  return placeTools(prompt, isSame && first ? [...others, first] : tools);
}

/** A tool from its JSON text; null where that is no object. */
function readTool(definition: string | undefined): JsonValue | null {
  if (definition === undefined) return null;
  try {
    const value: unknown = JSON.parse(definition);
    return isObject(value) ? (value as JsonValue) : null;
  } catch {
    return null;
  }
}

/** One more tool at the end: as its definition says, or a plain one without parameters. */
export function addTool(prompt: Prompt, name: string, definition?: string): Prompt {
  const description = `Answers what has to do with ${name.replaceAll("_", " ")}.`;
  const parameters = { type: "object", properties: {} };
  const value: JsonValue =
    readTool(definition) ??
    (prompt.dialect === "anthropic"
      ? { name, description, input_schema: parameters }
      : prompt.dialect === "responses"
        ? { type: "function", name, description, parameters }
        : { type: "function", function: { name, description, parameters } });
  const pointer = `/tools/${prompt.tools.length}`;
  return placeTools(prompt, [...prompt.tools, { pointer, range: NOWHERE, value, name }]);
}

/** One tool fewer: the last of that name, or the last of all. Null where there is none. */
export function removeTool(prompt: Prompt, name: string | undefined): Prompt | null {
  const index =
    name === undefined ? prompt.tools.length - 1 : prompt.tools.findLastIndex((tool) => tool.name === name);
  if (index < 0) return null;
  return placeTools(
    prompt,
    prompt.tools.filter((_, at) => at !== index),
  );
}

function reverseKeys(value: JsonValue): JsonValue {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(reverseKeys);
  const members = Object.entries(value).map(([key, member]) => [key, reverseKeys(member)] as const);
  return Object.fromEntries(members.reverse());
}

/** The same tools, the fields of each object in reverse order. */
export function reorderToolKeys(prompt: Prompt): Prompt {
  return { ...prompt, tools: prompt.tools.map((tool) => ({ ...tool, value: reverseKeys(tool.value) })) };
}

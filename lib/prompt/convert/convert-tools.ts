/** Tool definitions and the choice of a tool, from one dialect to the other. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { isMarkerKey } from "../parse-marker";
import { type Conversion, isUnset, noteLoss, omitKeys } from "./conversion";

type ConvertTool = (conversion: Conversion, tool: JsonValue, pointer: string) => JsonValue;

/** Converts each tool of a list; what is no list stays as written. */
export function convertTools(conversion: Conversion, tools: JsonValue, convert: ConvertTool): JsonValue {
  if (!isList(tools)) return tools;
  return tools.map((tool, index) => convert(conversion, tool, childPointer("/tools", index)));
}

/** `{type, function: {name, parameters}}` becomes `{name, input_schema}`; its marker stays on the tool. */
export const toolToAnthropic: ConvertTool = (conversion, tool, pointer) => {
  if (!isObject(tool)) return tool;
  const { function: given } = tool;
  if (!isObject(given)) {
    noteLoss(conversion, pointer, tell("conversion.functionTools"));
    return omitKeys(tool, ["function"]);
  }
  if (isUnset(given.parameters)) {
    noteLoss(conversion, pointer, tell("conversion.schemaAdded"));
  }
  // A schema written last is where the template puts it, so the prompt stays the same.
  const entries = Object.entries(given).flatMap(([key, value]): [string, JsonValue][] => {
    if (key === "parameters") return isUnset(value) ? [] : [["input_schema", value]];
    if (!isMarkerKey(key)) return [[key, value]];
    noteLoss(conversion, `${pointer}/function/${key}`, tell("conversion.markerInFunction"));
    return [];
  });
  const schema: JsonObject = isUnset(given.parameters)
    ? { input_schema: { type: "object", properties: {} } }
    : {};
  return { ...Object.fromEntries(entries), ...schema, ...omitKeys(tool, ["type", "function"]) };
};

/** `{name, input_schema}` becomes `{type, function: {name, parameters}}`; its marker stays on the tool. */
export const toolToOpenAi: ConvertTool = (conversion, tool, pointer) => {
  if (!isObject(tool) || "function" in tool) return tool;
  if (!("input_schema" in tool)) {
    noteLoss(conversion, pointer, tell("conversion.ownToolStays"));
    return tool;
  }
  const entries = Object.entries(tool).filter(([key]) => key !== "type");
  const outer = entries.filter(([key]) => isMarkerKey(key));
  const inner = entries
    .filter(([key]) => !isMarkerKey(key))
    .map(([key, value]): [string, JsonValue] => [key === "input_schema" ? "parameters" : key, value]);
  return { type: "function", function: Object.fromEntries(inner), ...Object.fromEntries(outer) };
};

const CHOICES = { auto: "auto", none: "none", required: "any" } as const;

/** `tool_choice` with `parallel_tool_calls`, which the other dialect writes inside it; undefined for neither. */
export function choiceToAnthropic(
  conversion: Conversion,
  choice: JsonValue | undefined,
  parallel: JsonValue | undefined,
): JsonObject | undefined {
  const converted = isUnset(choice) ? undefined : namedChoice(conversion, choice);
  if (typeof parallel !== "boolean") return converted;
  if (converted?.type === "none") {
    noteLoss(conversion, "/parallel_tool_calls", tell("conversion.parallelNone"));
    return converted;
  }
  return { ...(converted ?? { type: "auto" }), disable_parallel_tool_use: !parallel };
}

function namedChoice(conversion: Conversion, choice: JsonValue): JsonObject | undefined {
  if (choice === "auto" || choice === "none" || choice === "required") return { type: CHOICES[choice] };
  const named = isObject(choice) && isObject(choice.function) ? choice.function.name : null;
  if (typeof named === "string") return { type: "tool", name: named };
  noteLoss(conversion, "/tool_choice", tell("conversion.toolChoice"));
  return undefined;
}

/** The fields `tool_choice` and `parallel_tool_calls` for an Anthropic choice. */
export function choiceToOpenAi(conversion: Conversion, choice: JsonValue): JsonObject {
  if (isUnset(choice)) return {};
  const { type, name, disable_parallel_tool_use: single } = isObject(choice) ? choice : {};
  const parallel: JsonObject = typeof single === "boolean" ? { parallel_tool_calls: !single } : {};
  if (type === "auto" || type === "none") return { tool_choice: type, ...parallel };
  if (type === "any") return { tool_choice: "required", ...parallel };
  if (type === "tool" && typeof name === "string") {
    return { tool_choice: { type: "function", function: { name } }, ...parallel };
  }
  noteLoss(conversion, "/tool_choice", tell("conversion.toolChoice"));
  return parallel;
}

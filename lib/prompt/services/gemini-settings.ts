/** Tools and parameters of an Anthropic body as Gemini writes them, and back. */

import { isList, isObject, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { type Conversion, isUnset, noteLoss } from "../convert/conversion";
import { childPointer } from "../json-pointer";

const LIMITS = {
  max_tokens: "maxOutputTokens",
  temperature: "temperature",
  top_p: "topP",
  top_k: "topK",
  stop_sequences: "stopSequences",
} as const;

const MODES = { auto: "AUTO", any: "ANY", none: "NONE" } as const;

export interface GeminiSettings {
  readonly generationConfig?: JsonObject;
  readonly toolConfig?: JsonObject;
}

const isNothing = (value: JsonValue | undefined): boolean =>
  isUnset(value) || (isList(value) && value.length === 0);

/** A thinking budget; absent where the body does not say. */
function toThinking(thinking: JsonValue | undefined): JsonObject {
  const { type, budget_tokens: budget } = isObject(thinking) ? thinking : {};
  if (type === "disabled") return { thinkingConfig: { thinkingBudget: 0 } };
  return type === "enabled" && typeof budget === "number"
    ? { thinkingConfig: { thinkingBudget: budget } }
    : {};
}

function toToolConfig(choice: JsonValue | undefined): JsonObject | null {
  const { type, name } = isObject(choice) ? choice : {};
  if (type === "tool" && typeof name === "string")
    return { functionCallingConfig: { mode: "ANY", allowedFunctionNames: [name] } };
  return type === "auto" || type === "any" || type === "none"
    ? { functionCallingConfig: { mode: MODES[type] } }
    : null;
}

const READ = [...Object.keys(LIMITS), "thinking", "tool_choice"];

/** @param parameters the body without model, messages, system and tools */
export function geminiSettings(conversion: Conversion, parameters: JsonObject): GeminiSettings {
  for (const [key, value] of Object.entries(parameters)) {
    if (READ.includes(key) || value === null || key === "cache_control") continue;
    noteLoss(
      conversion,
      childPointer("", key),
      tell("conversion.noPlaceField", { service: "Gemini", field: key }),
    );
  }
  const limits = Object.entries(LIMITS).flatMap(([key, name]): [string, JsonValue][] => {
    const value = parameters[key];
    return value === undefined || isNothing(value) ? [] : [[name, value]];
  });
  const config = { ...Object.fromEntries(limits), ...toThinking(parameters.thinking) };
  const toolConfig = toToolConfig(parameters.tool_choice);
  return {
    ...(Object.keys(config).length > 0 ? { generationConfig: config } : {}),
    ...(toolConfig ? { toolConfig } : {}),
  };
}

export function toDeclarations(conversion: Conversion, tools: JsonValue | undefined): JsonObject {
  const functionDeclarations = (isList(tools) ? tools : []).flatMap((tool, index): JsonValue[] => {
    const { name, description, input_schema: schema } = isObject(tool) ? tool : {};
    if (!isUnset(schema))
      return [
        {
          name: name ?? "",
          ...(isUnset(description) ? {} : { description }),
          parametersJsonSchema: schema,
        },
      ];
    const message = tell("conversion.noPlace", { service: "Gemini", what: tell("conversion.anOwnTool") });
    noteLoss(conversion, childPointer("/tools", index), message);
    return [];
  });
  return functionDeclarations.length > 0 ? { tools: [{ functionDeclarations }] } : {};
}

/** The Anthropic parameters of `generationConfig` and `toolConfig`; what has no equivalent is noted. */
export function fromSettings(
  conversion: Conversion,
  { generationConfig, toolConfig }: JsonObject,
): JsonObject {
  const given = isObject(generationConfig) ? generationConfig : {};
  const names = Object.values<string>(LIMITS);
  for (const key of Object.keys(given)) {
    if (names.includes(key) || key === "thinkingConfig") continue;
    noteLoss(conversion, `/generationConfig/${key}`, tell("conversion.fieldNotKept", { field: key }));
  }
  const limits = Object.entries(LIMITS).flatMap(([key, name]): [string, JsonValue][] => {
    const value = given[name];
    return value === undefined || isNothing(value) ? [] : [[key, value]];
  });
  const { thinkingConfig } = given;
  const budget = isObject(thinkingConfig) ? thinkingConfig.thinkingBudget : null;
  const calling = isObject(toolConfig) ? toolConfig.functionCallingConfig : null;
  const { mode, allowedFunctionNames: allowed } = isObject(calling) ? calling : {};
  const [only] = isList(allowed) ? allowed : [];
  const type = Object.entries(MODES).find(([, name]) => name === mode)?.[0];
  const choice: JsonObject | null =
    typeof only === "string" ? { type: "tool", name: only } : type === undefined ? null : { type };
  return {
    ...Object.fromEntries(limits),
    ...(budget === 0 ? { thinking: { type: "disabled" } } : {}),
    ...(typeof budget === "number" && budget > 0
      ? { thinking: { type: "enabled", budget_tokens: budget } }
      : {}),
    ...(choice ? { tool_choice: choice } : {}),
  };
}

/** Declarations as tools of the Anthropic dialect; what the service runs itself is noted. */
export function fromDeclarations(conversion: Conversion, tools: JsonValue | undefined): JsonObject[] {
  return (isList(tools) ? tools : []).flatMap((group, index): JsonObject[] => {
    const declared = isObject(group) ? (group.functionDeclarations ?? group.function_declarations) : null;
    if (!isList(declared)) {
      noteLoss(conversion, childPointer("/tools", index), tell("conversion.ownToolNotKept"));
      return [];
    }
    return declared.map((one) => {
      const { name, description, parametersJsonSchema, parameters } = isObject(one) ? one : {};
      return {
        name: name ?? "",
        ...(isUnset(description) ? {} : { description }),
        input_schema: parametersJsonSchema ?? parameters ?? { type: "object", properties: {} },
      };
    });
  });
}

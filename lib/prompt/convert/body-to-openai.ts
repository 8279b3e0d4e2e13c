/** A request body of the Anthropic dialect as one of the OpenAI dialect, field by field. */

import { isList, type JsonObject, type JsonValue } from "../../values/json";
import { tell } from "../../words/message";
import { childPointer } from "../json-pointer";
import { type Conversion, noteLoss } from "./conversion";
import { outputConfigToOpenAi, thinkingToOpenAi } from "./convert-thinking";
import { choiceToOpenAi, convertTools, toolToOpenAi } from "./convert-tools";
import { messageToOpenAi, systemToOpenAi } from "./messages-to-openai";

/** Fields of the Anthropic dialect that have no equivalent. */
const WITHOUT_EQUIVALENT = [
  "anthropic_version",
  "anthropic_beta",
  "betas",
  "context_management",
  "container",
  "mcp_servers",
  "metadata",
  "output_format",
];

/** Fields that keep their meaning on many services, though the OpenAI dialect does not document them. */
const KEPT_UNDOCUMENTED = ["top_k", "prompt_cache_breakpoint"];

export function bodyToOpenAi(conversion: Conversion, body: JsonObject): JsonObject {
  const fields = Object.entries(body).flatMap(([key, value]) =>
    Object.entries(convertField(conversion, body, key, value)),
  );
  return Object.fromEntries(fields);
}

function convertField(conversion: Conversion, body: JsonObject, key: string, value: JsonValue): JsonObject {
  if (key === "messages" && isList(value)) {
    const messages = value.flatMap((message, index) =>
      messageToOpenAi(conversion, message, childPointer("/messages", index)),
    );
    return { messages: [...systemToOpenAi(conversion, body.system), ...messages] };
  }
  if (key === "system") return {};
  if (key === "tools") return { tools: convertTools(conversion, value, toolToOpenAi) };
  if (key === "tool_choice") return choiceToOpenAi(conversion, value);
  if (key === "thinking") return thinkingToOpenAi(conversion, value);
  if (key === "output_config") return outputConfigToOpenAi(conversion, value);
  if (key === "stop_sequences") {
    return value === null || (isList(value) && value.length === 0) ? {} : { stop: value };
  }
  if (WITHOUT_EQUIVALENT.includes(key)) {
    if (value !== null) {
      noteLoss(conversion, childPointer("", key), tell("conversion.noEquivalent", { field: key }));
    }
    return {};
  }
  if (KEPT_UNDOCUMENTED.includes(key) && value !== null) {
    noteLoss(
      conversion,
      childPointer("", key),
      tell("conversion.undocumented", { field: key, dialect: "OpenAI" }),
    );
  }
  return Object.fromEntries([[key, value]]);
}

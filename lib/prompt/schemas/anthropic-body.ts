/** The shape of a request in the Anthropic dialect. */

import { anthropicMessages, anthropicSystem, markedSystem } from "./anthropic-message";
import { jsonSchema } from "./json-schema-shape";
import { ignoredMarker } from "./marker-shape";
import { modelShape, samplingFields, thinkingSwitches } from "./request-switches";
import { choiceShape, listShape, numberShape, objectShape, type Shape, textShape } from "./shape";
import { blank, lines } from "./snippet-text";

const tool: Shape = {
  ...objectShape("A tool. Any change to it is another prefix, and so is another order of the tools.", {
    name: textShape("Name of the tool."),
    description: textShape("When to use the tool. Counts as prompt tokens."),
    input_schema: jsonSchema,
    type: textShape("Kind of tool; custom where it is left out."),
    cache_control: ignoredMarker(
      "Model Studio ignores it on a tool: mark the system text, which covers the tools.",
    ),
  }),
  snippets: [
    {
      label: "tool definition",
      description: "A tool with one argument.",
      body: lines(
        "{",
        `  "name": "${blank(1, "get_weather")}",`,
        `  "description": "${blank(2, "Weather of a city")}",`,
        '  "input_schema": {',
        '    "type": "object",',
        `    "properties": { "${blank(3, "city")}": { "type": "string" } },`,
        `    "required": ["${blank(3, "city")}"]`,
        "  }",
        "}",
      ),
    },
  ],
};

/** @param models names that are offered for `model` */
export function anthropicBody(models: readonly string[]): Shape {
  return {
    description: "The request as it is sent.",
    fields: {
      model: modelShape(models),
      ...samplingFields,
      system: anthropicSystem,
      messages: anthropicMessages,
      tools: listShape(
        "Tools the model may call. They are rendered before the messages, inside the system segment: any change is another prefix for everything.",
        tool,
      ),
      tool_choice: objectShape(
        "Whether a tool must be called. What it means for the cache is not documented.",
        {
          type: choiceShape("The rule.", {
            auto: "The model decides.",
            any: "Some tool must be called.",
            tool: "The named tool must be called.",
            none: "No tool is called.",
          }),
          name: textShape("Name of the tool to call."),
        },
      ),
      thinking: objectShape(
        "Whether the model thinks first. From Qwen3.5 to Qwen3.7 it changes the tail behind the last message; the prefix before stays.",
        {
          type: choiceShape("On or off.", {
            enabled: "The model thinks.",
            disabled: "The model answers at once.",
            adaptive: "The model decides.",
          }),
          budget_tokens: numberShape("Most tokens of thinking. Being phased out on Model Studio."),
        },
      ),
      stop_sequences: listShape(
        "Texts at which the answer ends.",
        textShape("A text at which the answer ends."),
      ),
      output_config: objectShape("Options of the answer.", {
        effort: textShape("How much effort the model makes. On Qwen3.8 it may change the prefix."),
      }),
      metadata: objectShape("Notes about the request. They are not rendered.", {
        user_id: textShape("Who the end user is."),
      }),
      ...thinkingSwitches,
      cache_control: ignoredMarker(
        "What it does at the top of a request is not documented for Model Studio: write it on a block.",
      ),
    },
    snippets: [markedSystem],
  };
}

/** The shape of a request in the Anthropic dialect. */

import { tell } from "../../words/message";
import { anthropicMessages, anthropicSystem, markedSystem } from "./anthropic-message";
import { jsonSchema } from "./json-schema-shape";
import { ignoredMarker } from "./marker-shape";
import { modelShape, samplingFields, thinkingSwitches } from "./request-switches";
import { choiceShape, listShape, numberShape, objectShape, type Shape, textShape } from "./shape";
import { blank, lines } from "./snippet-text";

const tool: Shape = {
  ...objectShape(tell("schemaBody.tool"), {
    name: textShape(tell("schemaBody.toolName")),
    description: textShape(tell("schemaBody.toolDescription")),
    input_schema: jsonSchema,
    type: textShape(tell("schemaBody.toolKindCustom")),
    cache_control: ignoredMarker(tell("schemaBody.markerToolSystem")),
  }),
  snippets: [
    {
      label: "tool definition",
      title: tell("schemaContent.snippetTool"),
      description: tell("schemaBody.toolOneArgument"),
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
    description: tell("schemaBody.requestSent"),
    fields: {
      model: modelShape(models),
      ...samplingFields,
      system: anthropicSystem,
      messages: anthropicMessages,
      tools: listShape(tell("schemaBody.tools"), tool),
      tool_choice: objectShape(tell("schemaBody.toolChoice"), {
        type: choiceShape(tell("schemaBody.theRule"), {
          auto: tell("schemaBody.modelDecides"),
          any: tell("schemaBody.someTool"),
          tool: tell("schemaBody.namedTool"),
          none: tell("schemaBody.noTool"),
        }),
        name: textShape(tell("schemaBody.toolToCallName")),
      }),
      thinking: objectShape(tell("schemaBody.thinking"), {
        type: choiceShape(tell("schemaBody.onOrOff"), {
          enabled: tell("schemaBody.modelThinks"),
          disabled: tell("schemaBody.modelAnswers"),
          adaptive: tell("schemaBody.modelDecides"),
        }),
        budget_tokens: numberShape(tell("schemaBody.budgetTokens")),
      }),
      stop_sequences: listShape(tell("schemaBody.stopTexts"), textShape(tell("schemaBody.stopText"))),
      output_config: objectShape(tell("schemaBody.outputConfig"), {
        effort: textShape(tell("schemaBody.effort")),
      }),
      metadata: objectShape(tell("schemaBody.metadata"), {
        user_id: textShape(tell("schemaBody.endUser")),
      }),
      ...thinkingSwitches,
      cache_control: ignoredMarker(tell("schemaBody.markerTopBlock")),
    },
    snippets: [markedSystem],
  };
}

/** The shape of a chat completion request, or of a bare message array, in the OpenAI dialect. */

import { tell } from "../../words/message";
import { functionFields } from "./function-fields";
import { jsonSchema } from "./json-schema-shape";
import { ignoredMarker } from "./marker-shape";
import { openAiMessage, openAiMessages } from "./openai-message";
import { modelShape, samplingFields, thinkingSwitches } from "./request-switches";
import { choiceShape, flagShape, listShape, numberShape, objectShape, type Shape, textShape } from "./shape";
import { blank, lines } from "./snippet-text";

const tool: Shape = {
  ...objectShape(tell("schemaBody.tool"), {
    type: choiceShape(tell("schemaBody.toolKind"), { function: tell("schemaBody.toolClient") }),
    function: objectShape(tell("schemaBody.toolFunction"), functionFields),
    cache_control: ignoredMarker(tell("schemaBody.markerToolMessage")),
  }),
  snippets: [
    {
      label: "tool definition",
      title: tell("schemaContent.snippetTool"),
      description: tell("schemaBody.functionOneArgument"),
      body: lines(
        "{",
        '  "type": "function",',
        '  "function": {',
        `    "name": "${blank(1, "get_weather")}",`,
        `    "description": "${blank(2, "Weather of a city")}",`,
        '    "parameters": {',
        '      "type": "object",',
        `      "properties": { "${blank(3, "city")}": { "type": "string" } },`,
        `      "required": ["${blank(3, "city")}"]`,
        "    }",
        "  }",
        "}",
      ),
    },
  ],
};

const toolChoice: Shape = {
  ...choiceShape(tell("schemaBody.toolChoice"), {
    auto: tell("schemaBody.modelDecides"),
    none: tell("schemaBody.noTool"),
    required: tell("schemaBody.someTool"),
  }),
  fields: {
    type: choiceShape(tell("schemaBody.toolKind"), { function: tell("schemaBody.aFunction") }),
    function: objectShape(tell("schemaBody.toolToCall"), { name: textShape(tell("schemaBody.toolName")) }),
  },
};

const responseFormat = objectShape(tell("schemaBody.responseFormat"), {
  type: choiceShape(tell("schemaBody.theForm"), {
    text: tell("schemaBody.plainText"),
    json_object: tell("schemaBody.jsonObject"),
    json_schema: tell("schemaBody.jsonSchema"),
  }),
  json_schema: objectShape(tell("schemaBody.schemaNamed"), {
    name: textShape(tell("schemaBody.schemaName")),
    description: textShape(tell("schemaBody.schemaFor")),
    strict: flagShape(
      tell("schemaBody.answerStrict"),
      tell("schemaBody.itMust"),
      tell("schemaBody.itShould"),
    ),
    schema: { ...jsonSchema, description: tell("schemaBody.answerSchema") },
  }),
});

const kwargs = objectShape(tell("schemaBody.templateSwitches"), thinkingSwitches);

/** @param models names that are offered for `model` */
export function openAiBody(models: readonly string[]): Shape {
  const switches = {
    ...thinkingSwitches,
    enable_search: flagShape(
      tell("schemaBody.enableSearch"),
      tell("schemaBody.mayStart"),
      tell("schemaBody.noSearch"),
    ),
    chat_template_kwargs: kwargs,
  };
  return {
    description: tell("schemaBody.requestOrArray"),
    items: openAiMessage,
    fields: {
      model: modelShape(models),
      messages: openAiMessages,
      tools: listShape(tell("schemaBody.tools"), tool),
      tool_choice: toolChoice,
      parallel_tool_calls: flagShape(
        tell("schemaBody.parallelCalls"),
        tell("schemaBody.theyMay"),
        tell("schemaBody.oneATurn"),
      ),
      ...samplingFields,
      stream_options: objectShape(tell("schemaBody.streamOptions"), {
        include_usage: flagShape(
          tell("schemaBody.includeUsage"),
          tell("schemaBody.usageLast"),
          tell("schemaBody.usageNone"),
        ),
      }),
      max_completion_tokens: numberShape(tell("schemaBody.maxCompletion")),
      stop: {
        ...textShape(tell("schemaBody.stop")),
        items: textShape(tell("schemaBody.stopText")),
      },
      seed: numberShape(tell("schemaBody.seed")),
      presence_penalty: numberShape(tell("schemaBody.presencePenalty")),
      n: numberShape(tell("schemaBody.answerCount")),
      user: textShape(tell("schemaBody.userUnrendered")),
      response_format: responseFormat,
      ...switches,
      extra_body: objectShape(tell("schemaBody.extraBody"), {
        ...switches,
        cache_control: ignoredMarker(tell("schemaBody.markerExtra")),
      }),
      cache_control: ignoredMarker(tell("schemaBody.markerTop")),
    },
  };
}

/** The shape of a request to the Responses API. */

import { tell } from "../../words/message";
import { functionFields } from "./function-fields";
import { jsonSchema } from "./json-schema-shape";
import { ignoredMarker } from "./marker-shape";
import { modelShape, samplingFields, thinkingSwitches } from "./request-switches";
import { responsesInput } from "./responses-item";
import { choiceShape, flagShape, listShape, numberShape, objectShape, type Shape, textShape } from "./shape";
import { blank, lines } from "./snippet-text";

/** Tools that Model Studio runs itself: https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-openai-responses (2026-10-11). */
const tool: Shape = {
  description: tell("schemaBody.tool"),
  begin: "{$1}",
  fields: {
    type: choiceShape(tell("schemaBody.toolKind"), {
      function: tell("schemaBody.toolClient"),
      web_search: tell("schemaResponses.toolOwn"),
      web_extractor: tell("schemaResponses.toolOwn"),
      code_interpreter: tell("schemaResponses.toolOwn"),
      web_search_image: tell("schemaResponses.toolOwn"),
      image_search: tell("schemaResponses.toolOwn"),
      file_search: tell("schemaResponses.toolOwn"),
      mcp: tell("schemaResponses.toolOwn"),
    }),
    cache_control: ignoredMarker(tell("schemaResponses.marker")),
  },
  variants: {
    key: "type",
    cases: {
      function: functionFields,
    },
  },
  snippets: [
    {
      label: "tool definition",
      title: tell("schemaContent.snippetTool"),
      description: tell("schemaBody.functionOneArgument"),
      body: lines(
        "{",
        '  "type": "function",',
        `  "name": "${blank(1, "get_weather")}",`,
        `  "description": "${blank(2, "Weather of a city")}",`,
        '  "parameters": {',
        '    "type": "object",',
        `    "properties": { "${blank(3, "city")}": { "type": "string" } },`,
        `    "required": ["${blank(3, "city")}"]`,
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
    name: textShape(tell("schemaBody.toolToCallName")),
  },
};

const format = objectShape(tell("schemaBody.responseFormat"), {
  type: choiceShape(tell("schemaBody.theForm"), {
    text: tell("schemaBody.plainText"),
    json_object: tell("schemaBody.jsonObject"),
    json_schema: tell("schemaBody.jsonSchema"),
  }),
  name: textShape(tell("schemaBody.schemaName")),
  description: textShape(tell("schemaBody.schemaFor")),
  strict: flagShape(tell("schemaBody.answerStrict"), tell("schemaBody.itMust"), tell("schemaBody.itShould")),
  schema: { ...jsonSchema, description: tell("schemaBody.answerSchema") },
});

/** @param models names that are offered for `model` */
export function responsesBody(models: readonly string[]): Shape {
  const { max_tokens: _, ...sampling } = samplingFields;
  const { reasoning_effort: effort, ...switches } = thinkingSwitches;
  return {
    description: tell("schemaBody.requestSent"),
    fields: {
      model: modelShape(models),
      instructions: textShape(tell("schemaResponses.instructions")),
      input: responsesInput,
      previous_response_id: textShape(tell("schemaResponses.previous")),
      store: flagShape(
        tell("schemaResponses.store"),
        tell("schemaResponses.storeOn"),
        tell("schemaResponses.storeOff"),
      ),
      tools: listShape(tell("schemaBody.tools"), tool),
      tool_choice: toolChoice,
      parallel_tool_calls: flagShape(
        tell("schemaBody.parallelCalls"),
        tell("schemaBody.theyMay"),
        tell("schemaBody.oneATurn"),
      ),
      reasoning: objectShape(tell("schemaResponses.reasoning"), effort ? { effort } : {}),
      text: objectShape(tell("schemaBody.responseFormat"), { format }),
      max_output_tokens: numberShape(tell("schemaBody.maxCompletion")),
      ...sampling,
      metadata: { description: tell("schemaBody.metadata"), begin: "{$1}" },
      ...switches,
      cache_control: ignoredMarker(tell("schemaResponses.marker")),
    },
  };
}

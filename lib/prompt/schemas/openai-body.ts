/** The shape of a chat completion request, or of a bare message array, in the OpenAI dialect. */

import { jsonSchema } from "./json-schema-shape";
import { ignoredMarker } from "./marker-shape";
import { openAiMessage, openAiMessages } from "./openai-message";
import { ignoredText, modelShape, samplingFields, thinkingSwitches } from "./request-switches";
import { choiceShape, flagShape, listShape, numberShape, objectShape, type Shape, textShape } from "./shape";
import { blank, lines } from "./snippet-text";

const tool: Shape = {
  ...objectShape("A tool. Any change to it is another prefix, and so is another order of the tools.", {
    type: choiceShape("Kind of tool.", { function: "A function that the client runs." }),
    function: objectShape("The function. It is rendered as JSON, keys in the order written here.", {
      name: textShape("Name of the tool."),
      description: textShape("When to use the tool. Counts as prompt tokens."),
      parameters: jsonSchema,
      strict: flagShape("Whether arguments must follow the schema.", "They must.", "They should."),
    }),
    cache_control: ignoredMarker("It is ignored on a tool: mark the system message, which covers the tools."),
  }),
  snippets: [
    {
      label: "tool definition",
      description: "A function with one argument.",
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
  ...choiceShape("Whether a tool must be called. What it means for the cache is not documented.", {
    auto: "The model decides.",
    none: "No tool is called.",
    required: "Some tool must be called.",
  }),
  fields: {
    type: choiceShape("Kind of tool.", { function: "A function." }),
    function: objectShape("The tool to call.", { name: textShape("Name of the tool.") }),
  },
};

const responseFormat = objectShape("Form of the answer. What it means for the cache is not documented.", {
  type: choiceShape("The form.", {
    text: "Plain text.",
    json_object: 'JSON. The prompt must hold the word "json".',
    json_schema: "JSON after a schema, on Qwen3.7 and Qwen3.8.",
  }),
  json_schema: objectShape("The schema and its name.", {
    name: textShape("Name of the schema."),
    description: textShape("What the schema is for."),
    strict: flagShape("Whether the answer must follow it.", "It must.", "It should."),
    schema: { ...jsonSchema, description: "JSON Schema of the answer." },
  }),
});

const kwargs = objectShape("Switches for the chat template.", thinkingSwitches);

/** @param models names that are offered for `model` */
export function openAiBody(models: readonly string[]): Shape {
  const switches = {
    ...thinkingSwitches,
    enable_search: flagShape(
      "Whether the model searches the web. What it means for the cache is not documented.",
      "It may search.",
      "It does not search.",
    ),
    chat_template_kwargs: kwargs,
  };
  return {
    description: "The request as it is sent. A bare array of messages is read as well.",
    items: openAiMessage,
    fields: {
      model: modelShape(models),
      messages: openAiMessages,
      tools: listShape(
        "Tools the model may call. They are rendered before the messages, inside the system segment: any change is another prefix for everything.",
        tool,
      ),
      tool_choice: toolChoice,
      parallel_tool_calls: flagShape(
        "Whether several tools may be called at once.",
        "They may.",
        "One a turn.",
      ),
      ...samplingFields,
      stream_options: objectShape("Options of the stream.", {
        include_usage: flagShape(
          "Whether the last piece names the tokens, those read and written among them.",
          "The last piece carries usage.",
          "No usage in the stream.",
        ),
      }),
      max_completion_tokens: numberShape("Most tokens of the answer, thinking included."),
      stop: {
        ...ignoredText("Texts at which the answer ends."),
        items: textShape("A text at which the answer ends."),
      },
      seed: numberShape("Makes answers repeat more often. It does not change the rendered prompt."),
      presence_penalty: numberShape("Makes repetition rarer. It does not change the rendered prompt."),
      n: numberShape("Number of answers."),
      user: ignoredText("Who the end user is."),
      response_format: responseFormat,
      ...switches,
      extra_body: objectShape(
        "Further fields, as SDK users write them. In the body that is sent they stand at the top.",
        {
          ...switches,
          cache_control: ignoredMarker("It is ignored here and at the top: write it on a part of a message."),
        },
      ),
      cache_control: ignoredMarker(
        "It has no effect at the top of the request: write it on a part of a message.",
      ),
    },
  };
}

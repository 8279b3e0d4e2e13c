/** The shapes of messages in the OpenAI dialect. */

import { ignoredMarker } from "./marker-shape";
import { markedContent, mediaContent, textContent } from "./openai-part";
import {
  choiceShape,
  type Fields,
  listShape,
  objectShape,
  type Shape,
  type Snippet,
  textShape,
} from "./shape";
import { blank, lines } from "./snippet-text";

const toolCall = objectShape("A call the model made. Its name and arguments are part of the prefix.", {
  id: textShape("Ties the result to the call. It is not part of the rendered prompt."),
  type: choiceShape("Kind of call.", { function: "A call of a tool of this request." }),
  function: objectShape("What was called.", {
    name: textShape("Name of the tool."),
    arguments: textShape(
      "The arguments as JSON text. Send them back exactly as the model wrote them, or the prefix changes.",
    ),
  }),
});

const instructions: Fields = { content: textContent };

const cases: Readonly<Record<string, Fields>> = {
  system: instructions,
  user: { content: mediaContent },
  assistant: {
    content: textContent,
    reasoning_content: textShape(
      "What the model thought. Whether it is rendered again decides about the prefix; see preserve_thinking.",
    ),
    tool_calls: listShape("Calls the model made in this turn.", toolCall),
  },
  tool: {
    content: textContent,
    tool_call_id: textShape("Id of the call this answers. It is not part of the rendered prompt."),
  },
  developer: instructions,
};

const markedMessage = (role: string, text: string, description: string): Snippet => ({
  label: `${role} message with marker`,
  description,
  body: lines(
    "{",
    `  "role": "${role}",`,
    `  "content": ${markedContent.body.replace("Text", text).replaceAll("\n", "\n  ")}`,
    "}",
  ),
});

const snippets: readonly Snippet[] = [
  markedMessage(
    "system",
    "Instructions",
    "Caches the tools and the system text. The most useful place for a marker.",
  ),
  markedMessage("user", "Question", "Caches everything up to the end of this message."),
  {
    label: "tool call message",
    description: "An answer of the model that calls a tool.",
    body: lines(
      "{",
      '  "role": "assistant",',
      '  "content": "",',
      '  "tool_calls": [',
      "    {",
      `      "id": "${blank(1, "call_1")}",`,
      '      "type": "function",',
      `      "function": { "name": "${blank(2, "get_weather")}", "arguments": "${blank(3, "{}")}" }`,
      "    }",
      "  ]",
      "}",
    ),
  },
  {
    label: "tool result message",
    description: "What a tool answered.",
    body: lines(
      "{",
      '  "role": "tool",',
      `  "tool_call_id": "${blank(1, "call_1")}",`,
      `  "content": "${blank(2, "Result")}"`,
      "}",
    ),
  },
];

/** A message of any role. */
export const openAiMessage: Shape = {
  description: "A message. Messages follow the system text and the tools in the prefix, in this order.",
  begin: "{$1}",
  fields: {
    role: choiceShape("Who speaks. It is part of the rendered prompt.", {
      system:
        "Instructions. Comes first, together with the tools; several system messages are merged into one segment from Qwen3.5 on.",
      user: "The user. A marker here covers everything before it as well.",
      assistant: "The model. Send its answers back unchanged to keep the prefix.",
      tool: "The answer of a tool to a call.",
      developer: "Instructions, as newer clients name them.",
    }),
    name: textShape("Name of the speaker."),
    cache_control: ignoredMarker(
      "It has no effect beside the content: write it on a part of the content array.",
    ),
  },
  variants: { key: "role", cases },
  snippets,
};

/** All messages. */
export const openAiMessages = listShape(
  "The conversation, oldest first. To keep the prefix, add at the end and change nothing before it.",
  openAiMessage,
);

/** The shapes of messages in the OpenAI dialect. */

import { type Message, tell } from "../../words/message";
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

const toolCall = objectShape(tell("schemaContent.call"), {
  id: textShape(tell("schemaContent.callIdUnrendered")),
  type: choiceShape(tell("schemaContent.callKind"), { function: tell("schemaContent.callOfTool") }),
  function: objectShape(tell("schemaContent.called"), {
    name: textShape(tell("schemaContent.toolName")),
    arguments: textShape(tell("schemaContent.argumentsText")),
  }),
});

const instructions: Fields = { content: textContent };

const cases: Readonly<Record<string, Fields>> = {
  system: instructions,
  user: { content: mediaContent },
  assistant: {
    content: textContent,
    reasoning_content: textShape(tell("schemaContent.reasoning")),
    tool_calls: listShape(tell("schemaContent.calls"), toolCall),
  },
  tool: {
    content: textContent,
    tool_call_id: textShape(tell("schemaContent.answersUnrendered")),
  },
  developer: instructions,
};

const markedMessage = (role: "system" | "user", text: string, description: Message): Snippet => ({
  label: `${role} message with marker`,
  title: tell(role === "system" ? "schemaContent.snippetSystemMarker" : "schemaContent.snippetUserMarker"),
  description,
  body: lines(
    "{",
    `  "role": "${role}",`,
    `  "content": ${markedContent.body.replace("Text", text).replaceAll("\n", "\n  ")}`,
    "}",
  ),
});

const snippets: readonly Snippet[] = [
  markedMessage("system", "Instructions", tell("schemaContent.cachesSystem")),
  markedMessage("user", "Question", tell("schemaContent.cachesMessage")),
  {
    label: "tool call message",
    title: tell("schemaContent.snippetCall"),
    description: tell("schemaContent.callAnswer"),
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
    title: tell("schemaContent.snippetResult"),
    description: tell("schemaContent.toolAnswered"),
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
  description: tell("schemaContent.message"),
  begin: "{$1}",
  fields: {
    role: choiceShape(tell("schemaContent.role"), {
      system: tell("schemaContent.roleSystem"),
      user: tell("schemaContent.roleUser"),
      assistant: tell("schemaContent.roleAssistant"),
      tool: tell("schemaContent.roleTool"),
      developer: tell("schemaContent.roleDeveloper"),
    }),
    name: textShape(tell("schemaContent.speaker")),
    cache_control: ignoredMarker(tell("schemaContent.markerBeside")),
  },
  variants: { key: "role", cases },
  snippets,
};

/** All messages. */
export const openAiMessages = listShape(tell("schemaContent.conversation"), openAiMessage);

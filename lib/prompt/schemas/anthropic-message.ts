/** The shapes of messages and content blocks in the Anthropic dialect. */

import { type Message, tell } from "../../words/message";
import { anthropicMarkers, markerSnippets } from "./marker-shape";
import {
  choiceShape,
  type Fields,
  flagShape,
  listShape,
  objectShape,
  type Shape,
  type Snippet,
  textShape,
} from "./shape";
import { blank, lines } from "./snippet-text";

const markedBlock: Snippet = {
  label: "text part with marker",
  title: tell("schemaContent.snippetTextMarker"),
  description: tell("schemaContent.markedText"),
  body: lines(
    "{",
    '  "type": "text",',
    `  "text": "${blank(1, "Text")}",`,
    '  "cache_control": { "type": "ephemeral" }',
    "}",
  ),
};

const markedBody = lines("[", ...markedBlock.body.split("\n").map((line) => `  ${line}`), "]");

const markedContent: Snippet = {
  label: "content with marker",
  title: tell("schemaContent.snippetContentMarker"),
  description: tell("schemaContent.markedBlock"),
  body: markedBody,
};

const source = objectShape(tell("schemaContent.source"), {
  type: choiceShape(tell("schemaContent.sourceForm"), {
    base64: tell("schemaContent.sourceData"),
    url: tell("schemaContent.sourceUrl"),
    text: tell("schemaContent.sourceText"),
  }),
  media_type: textShape(tell("schemaContent.mediaType")),
  data: textShape(tell("schemaContent.data")),
  url: textShape(tell("schemaContent.address")),
});

const text: Fields = { text: textShape(tell("schemaContent.text")) };
const textBlock = blockOf({ text }, { text: tell("schemaContent.aText") });

const cases: Readonly<Record<string, Fields>> = {
  text,
  image: { source },
  document: { source, title: textShape(tell("schemaContent.documentTitle")) },
  tool_use: {
    id: textShape(tell("schemaContent.callId")),
    name: textShape(tell("schemaContent.toolName")),
    input: {
      description: tell("schemaContent.argumentsObject"),
      begin: "{$1}",
      anyField: { description: tell("schemaContent.anArgument") },
    },
  },
  tool_result: {
    tool_use_id: textShape(tell("schemaContent.answers")),
    content: { ...textShape(tell("schemaContent.resultContent")), items: textBlock },
    is_error: flagShape(
      tell("schemaContent.isError"),
      tell("schemaContent.failed"),
      tell("schemaContent.worked"),
    ),
  },
  thinking: {
    thinking: textShape(tell("schemaContent.thought")),
    signature: textShape(tell("schemaContent.signature")),
  },
  redacted_thinking: { data: textShape(tell("schemaContent.encryptedBack")) },
};

const block = blockOf(cases, {
  text: tell("schemaContent.aText"),
  image: tell("schemaContent.anImage"),
  document: tell("schemaContent.aDocument"),
  tool_use: tell("schemaContent.toolUse"),
  tool_result: tell("schemaContent.toolResult"),
  thinking: tell("schemaContent.thoughtBlock"),
  redacted_thinking: tell("schemaContent.encrypted"),
});

function blockOf(
  kinds: Readonly<Record<string, Fields>>,
  meanings: Readonly<Record<string, Message>>,
): Shape {
  return {
    description: tell("schemaContent.block"),
    begin: "{$1}",
    fields: { type: choiceShape(tell("schemaContent.blockKind"), meanings), ...anthropicMarkers },
    variants: { key: "type", cases: kinds },
    snippets: [markedBlock, ...markerSnippets],
  };
}

const message: Shape = {
  description: tell("schemaContent.message"),
  begin: "{$1}",
  fields: {
    role: choiceShape(tell("schemaContent.role"), {
      user: tell("schemaContent.roleUserOrTool"),
      assistant: tell("schemaContent.roleAssistant"),
    }),
    content: {
      ...textShape(tell("schemaContent.contentBlocks")),
      items: block,
      snippets: [markedContent],
    },
  },
  snippets: [
    {
      label: "user message with marker",
      title: tell("schemaContent.snippetUserMarker"),
      description: tell("schemaContent.cachesMessage"),
      body: lines(
        "{",
        '  "role": "user",',
        `  "content": ${markedBody.replace("Text", "Question").replaceAll("\n", "\n  ")}`,
        "}",
      ),
    },
    {
      label: "tool call message",
      title: tell("schemaContent.snippetCall"),
      description: tell("schemaContent.callAnswer"),
      body: lines(
        "{",
        '  "role": "assistant",',
        '  "content": [',
        `    { "type": "tool_use", "id": "${blank(1, "call_1")}", "name": "${blank(2, "get_weather")}", "input": {$3} }`,
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
        '  "role": "user",',
        '  "content": [',
        `    { "type": "tool_result", "tool_use_id": "${blank(1, "call_1")}", "content": "${blank(2, "Result")}" }`,
        "  ]",
        "}",
      ),
    },
  ],
};

/** All messages. */
export const anthropicMessages = listShape(tell("schemaContent.conversation"), message);

/** The top-level `system`. */
export const anthropicSystem: Shape = {
  ...textShape(tell("schemaContent.anthropicSystem")),
  items: textBlock,
  snippets: [markedContent],
};

/** A whole `system` property with a marker. */
export const markedSystem: Snippet = {
  label: "system message with marker",
  title: tell("schemaContent.snippetSystemMarker"),
  description: tell("schemaContent.cachesSystem"),
  key: "system",
  body: markedBody.replace("Text", "Instructions"),
};

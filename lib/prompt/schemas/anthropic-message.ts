/** The shapes of messages and content blocks in the Anthropic dialect. */

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
  description: "A text after which the prefix is cached.",
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
  description: "One text block, after which the prefix is cached. A plain string cannot carry a marker.",
  body: markedBody,
};

const source = objectShape("Where it is.", {
  type: choiceShape("Form of the source.", {
    base64: "The data itself.",
    url: "An address.",
    text: "Plain text.",
  }),
  media_type: textShape("Media type, such as image/png."),
  data: textShape("The data."),
  url: textShape("The address."),
});

const text: Fields = { text: textShape("What the model reads. Any change is another prefix from here on.") };
const textBlock = blockOf({ text }, { text: "A text." });

const cases: Readonly<Record<string, Fields>> = {
  text,
  image: { source },
  document: { source, title: textShape("Title of the document.") },
  tool_use: {
    id: textShape("Ties the result to the call."),
    name: textShape("Name of the tool."),
    input: {
      description: "The arguments. Send them back as the model wrote them, or the prefix changes.",
      begin: "{$1}",
      anyField: { description: "An argument of the call." },
    },
  },
  tool_result: {
    tool_use_id: textShape("Id of the call this answers."),
    content: { ...textShape("What the tool answered. A string is safest."), items: textBlock },
    is_error: flagShape("Whether the tool failed.", "It failed.", "It worked."),
  },
  thinking: {
    thinking: textShape("What the model thought."),
    signature: textShape("Proof that the thought is the model's own. Send it back unchanged."),
  },
  redacted_thinking: { data: textShape("A thought in encrypted form. Send it back unchanged.") },
};

const block = blockOf(cases, {
  text: "A text.",
  image: "An image. Models that see images only.",
  document: "A document.",
  tool_use: "A call of a tool, in an assistant message.",
  tool_result: "The answer of a tool, in a user message.",
  thinking: "What the model thought, in an assistant message.",
  redacted_thinking: "A thought in encrypted form.",
});

function blockOf(kinds: Readonly<Record<string, Fields>>, meanings: Readonly<Record<string, string>>): Shape {
  return {
    description:
      "A content block. A marker is written on a block; in the look-back each block counts as one.",
    begin: "{$1}",
    fields: { type: choiceShape("Kind of block.", meanings), ...anthropicMarkers },
    variants: { key: "type", cases: kinds },
    snippets: [markedBlock, ...markerSnippets],
  };
}

const message: Shape = {
  description: "A message. Messages follow the system text and the tools in the prefix, in this order.",
  begin: "{$1}",
  fields: {
    role: choiceShape("Who speaks. It is part of the rendered prompt.", {
      user: "The user, or the answer of a tool. A marker here covers everything before it as well.",
      assistant: "The model. Send its answers back unchanged to keep the prefix.",
    }),
    content: {
      ...textShape(
        "A string, or an array of blocks: only a block can carry a marker. Both are the same prefix.",
      ),
      items: block,
      snippets: [markedContent],
    },
  },
  snippets: [
    {
      label: "user message with marker",
      description: "Caches everything up to the end of this message.",
      body: lines(
        "{",
        '  "role": "user",',
        `  "content": ${markedBody.replace("Text", "Question").replaceAll("\n", "\n  ")}`,
        "}",
      ),
    },
    {
      label: "tool call message",
      description: "An answer of the model that calls a tool.",
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
      description: "What a tool answered.",
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
export const anthropicMessages = listShape(
  "The conversation, oldest first. To keep the prefix, add at the end and change nothing before it.",
  message,
);

/** The top-level `system`. */
export const anthropicSystem: Shape = {
  ...textShape(
    "Instructions, a string or an array of text blocks. Comes first in the prefix, together with the tools; a marker on its last block covers both.",
  ),
  items: textBlock,
  snippets: [markedContent],
};

/** A whole `system` property with a marker. */
export const markedSystem: Snippet = {
  label: "system message with marker",
  description: "Caches the tools and the system text. The most useful place for a marker.",
  key: "system",
  body: markedBody.replace("Text", "Instructions"),
};

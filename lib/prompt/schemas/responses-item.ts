/** The shapes of the items of a Responses input, and of their parts. */

import { type Message, tell } from "../../words/message";
import { ignoredMarker } from "./marker-shape";
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

/** What the service does with it is told where the marker is written. */
const markers: Fields = { cache_control: ignoredMarker(tell("schemaResponses.marker")) };

const partCases: Readonly<Record<string, Fields>> = {
  input_text: { text: textShape(tell("schemaContent.text")) },
  output_text: { text: textShape(tell("schemaContent.text")) },
  input_image: {
    image_url: textShape(tell("schemaContent.imageUrl")),
    detail: textShape(tell("schemaContent.detail")),
  },
  input_file: {
    file_id: textShape(tell("schemaContent.fileId")),
    file_data: textShape(tell("schemaContent.fileData")),
    file_url: textShape(tell("schemaContent.address")),
    filename: textShape(tell("schemaContent.fileName")),
  },
};

const part: Shape = {
  description: tell("schemaResponses.part"),
  begin: "{$1}",
  fields: {
    type: choiceShape(tell("schemaContent.partKind"), {
      input_text: tell("schemaResponses.inputText"),
      output_text: tell("schemaResponses.outputText"),
      input_image: tell("schemaContent.anImageUrl"),
      input_file: tell("schemaContent.file"),
    }),
    ...markers,
  },
  variants: { key: "type", cases: partCases },
};

const contentOf = (description: Message): Shape => ({ description, begin: '"$1"', items: part });

const summary = listShape(
  tell("schemaResponses.summary"),
  objectShape(tell("schemaResponses.summaryPart"), {
    type: choiceShape(tell("schemaContent.partKind"), { summary_text: tell("schemaContent.aText") }),
    text: textShape(tell("schemaContent.thought")),
  }),
);

const id = textShape(tell("schemaResponses.itemId"));
const status = textShape(tell("schemaResponses.status"));

const cases: Readonly<Record<string, Fields>> = {
  message: {
    role: choiceShape(tell("schemaContent.role"), {
      user: tell("schemaResponses.roleUser"),
      assistant: tell("schemaContent.roleAssistant"),
      system: tell("schemaContent.roleSystem"),
      developer: tell("schemaContent.roleDeveloper"),
    }),
    content: contentOf(tell("schemaResponses.content")),
    id,
    status,
  },
  function_call: {
    call_id: textShape(tell("schemaContent.callIdUnrendered")),
    name: textShape(tell("schemaContent.toolName")),
    arguments: textShape(tell("schemaContent.argumentsText")),
    id,
    status,
  },
  function_call_output: {
    call_id: textShape(tell("schemaContent.answersUnrendered")),
    output: contentOf(tell("schemaResponses.output")),
    id,
    status,
  },
  reasoning: {
    summary,
    content: listShape(tell("schemaResponses.thoughtWhole"), part),
    encrypted_content: textShape(tell("schemaContent.encryptedBack")),
    id,
  },
  item_reference: { id: textShape(tell("schemaResponses.referenceId")) },
};

const snippets: readonly Snippet[] = [
  {
    label: "user message",
    title: tell("schemaResponses.snippetUser"),
    description: tell("schemaResponses.roleUser"),
    body: lines("{", '  "role": "user",', `  "content": "${blank(1, "Question")}"`, "}"),
  },
  {
    label: "tool call item",
    title: tell("schemaResponses.snippetCall"),
    description: tell("schemaContent.callAnswer"),
    body: lines(
      "{",
      '  "type": "function_call",',
      `  "call_id": "${blank(1, "call_1")}",`,
      `  "name": "${blank(2, "get_weather")}",`,
      `  "arguments": "${blank(3, "{}")}"`,
      "}",
    ),
  },
  {
    label: "tool result item",
    title: tell("schemaResponses.snippetResult"),
    description: tell("schemaContent.toolAnswered"),
    body: lines(
      "{",
      '  "type": "function_call_output",',
      `  "call_id": "${blank(1, "call_1")}",`,
      `  "output": "${blank(2, "Result")}"`,
      "}",
    ),
  },
];

const item: Shape = {
  description: tell("schemaResponses.item"),
  begin: "{$1}",
  fields: {
    type: choiceShape(tell("schemaResponses.itemKind"), {
      message: tell("schemaResponses.kindMessage"),
      function_call: tell("schemaContent.call"),
      function_call_output: tell("schemaContent.toolAnswered"),
      reasoning: tell("schemaContent.thought"),
      item_reference: tell("schemaResponses.reference"),
    }),
    ...markers,
  },
  variants: { key: "type", cases },
  snippets,
};

/** What is asked: a text, or the conversation as a list of items. */
export const responsesInput: Shape = {
  ...textShape(tell("schemaResponses.input")),
  items: item,
};

/** The shapes of content parts in the OpenAI dialect. */

import { type Message, tell } from "../../words/message";
import { markerSnippets, openAiMarkers } from "./marker-shape";
import {
  type Fields,
  listShape,
  numberShape,
  objectShape,
  type Shape,
  type Snippet,
  textShape,
} from "./shape";
import { blank, lines } from "./snippet-text";

const source = (where: Message, address: Message): Shape =>
  objectShape(where, {
    url: textShape(address),
    detail: textShape(tell("schemaContent.detail")),
  });

const sampling: Fields = {
  fps: numberShape(tell("schemaContent.fps")),
  min_pixels: numberShape(tell("schemaContent.minPixels")),
  max_pixels: numberShape(tell("schemaContent.maxPixels")),
};

const textFields: Fields = {
  text: textShape(tell("schemaContent.text")),
};

const markedText: Snippet = {
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

/** A content that is one marked text. */
export const markedContent: Snippet = {
  label: "content with marker",
  title: tell("schemaContent.snippetContentMarker"),
  description: tell("schemaContent.markedPart"),
  body: lines("[", ...markedText.body.split("\n").map((line) => `  ${line}`), "]"),
};

const cases: Readonly<Record<string, Fields>> = {
  text: textFields,
  image_url: {
    image_url: source(tell("schemaContent.imageSource"), tell("schemaContent.imageUrl")),
    ...sampling,
  },
  image: { image: textShape(tell("schemaContent.imageAddress")), ...sampling },
  video_url: {
    video_url: source(tell("schemaContent.videoSource"), tell("schemaContent.videoUrl")),
    ...sampling,
  },
  video: {
    video: listShape(tell("schemaContent.frames"), textShape(tell("schemaContent.frame"))),
    ...sampling,
  },
  input_audio: {
    input_audio: objectShape(tell("schemaContent.sound"), {
      data: textShape(tell("schemaContent.soundData")),
      format: textShape(tell("schemaContent.soundFormat")),
    }),
  },
  audio: { audio: textShape(tell("schemaContent.soundAddress")) },
};

/** Is no part that the service documents for chats; what other services take is explained where it is written. */
const undocumented: Readonly<Record<string, Fields>> = {
  file: {
    file: objectShape(tell("schemaContent.file"), {
      file_id: textShape(tell("schemaContent.fileId")),
      file_data: textShape(tell("schemaContent.fileData")),
      filename: textShape(tell("schemaContent.fileName")),
    }),
  },
};

const meanings: Readonly<Record<string, Message>> = {
  text: tell("schemaContent.aText"),
  image_url: tell("schemaContent.anImageUrl"),
  image: tell("schemaContent.ownImage"),
  video_url: tell("schemaContent.aVideoUrl"),
  video: tell("schemaContent.aVideo"),
  input_audio: tell("schemaContent.aSound"),
  audio: tell("schemaContent.ownSound"),
};

function partOf(kinds: readonly string[]): Shape {
  return {
    description: tell("schemaContent.part"),
    begin: "{$1}",
    fields: {
      type: {
        description: tell("schemaContent.partKind"),
        begin: '"$1"',
        choices: kinds.map((value) => ({ value, description: meanings[value] ?? "" })),
      },
      ...openAiMarkers,
    },
    variants: {
      key: "type",
      cases: { ...Object.fromEntries(kinds.map((kind) => [kind, cases[kind] ?? {}])), ...undocumented },
    },
    snippets: [markedText, ...markerSnippets],
  };
}

const contentOf = (description: Message, part: Shape): Shape => ({
  description,
  begin: '"$1"',
  items: part,
  snippets: [markedContent],
});

const anyPart = partOf(Object.keys(cases));

export const textContent = contentOf(tell("schemaContent.contentText"), partOf(["text"]));
export const mediaContent = contentOf(tell("schemaContent.contentMedia"), anyPart);

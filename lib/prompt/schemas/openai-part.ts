/** The shapes of content parts in the OpenAI dialect. */

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

const MEDIA_COST = "It counts as prompt tokens, by its size.";

const source = (what: string): Shape =>
  objectShape(`Where the ${what} is. ${MEDIA_COST}`, {
    url: textShape(`Address or data URL of the ${what}. Another address counts as another prefix here.`),
    detail: textShape("How finely the image is read."),
  });

const sampling: Fields = {
  fps: numberShape("Frames a second that are read. More frames are more tokens."),
  min_pixels: numberShape("Smallest size an image is brought to. It changes the tokens."),
  max_pixels: numberShape("Largest size an image is brought to. It changes the tokens."),
};

const textFields: Fields = {
  text: textShape("What the model reads. Any change is another prefix from here on."),
};

const markedText: Snippet = {
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

/** A content that is one marked text. */
export const markedContent: Snippet = {
  label: "content with marker",
  description: "One text part, after which the prefix is cached. A plain string cannot carry a marker.",
  body: lines("[", ...markedText.body.split("\n").map((line) => `  ${line}`), "]"),
};

const cases: Readonly<Record<string, Fields>> = {
  text: textFields,
  image_url: { image_url: source("image"), ...sampling },
  image: { image: textShape(`Address of the image. ${MEDIA_COST}`), ...sampling },
  video_url: { video_url: source("video"), ...sampling },
  video: {
    video: listShape(`Addresses of the frames. ${MEDIA_COST}`, textShape("Address of a frame.")),
    ...sampling,
  },
  input_audio: {
    input_audio: objectShape(`The sound. ${MEDIA_COST}`, {
      data: textShape("Address or data URL of the sound."),
      format: textShape("Format, such as wav or mp3."),
    }),
  },
  audio: { audio: textShape(`Address of the sound. ${MEDIA_COST}`) },
};

/** Is no part that the service documents for chats; what other services take is explained where it is written. */
const undocumented: Readonly<Record<string, Fields>> = {
  file: {
    file: objectShape("A file. What it holds is not known here, so its tokens are not counted.", {
      file_id: textShape("Id of a file that was uploaded before."),
      file_data: textShape("The file itself, as a data URL."),
      filename: textShape("Name of the file."),
    }),
  },
};

const meanings: Readonly<Record<string, string>> = {
  text: "A text.",
  image_url: "An image by address or data URL. Models that see images only.",
  image: "An image, in the service's own form.",
  video_url: "A video by address.",
  video: "A video as a list of frames.",
  input_audio: "A sound.",
  audio: "A sound, in the service's own form.",
};

function partOf(kinds: readonly string[]): Shape {
  return {
    description:
      "A part of the content. A marker is written on a part; in the look-back each part is one block.",
    begin: "{$1}",
    fields: {
      type: {
        description: "Kind of part.",
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

const contentOf = (description: string, part: Shape): Shape => ({
  description,
  begin: '"$1"',
  items: part,
  snippets: [markedContent],
});

const AS_ARRAY =
  "A string, or an array of parts: only a part can carry a marker. Both forms are the same prefix.";
const anyPart = partOf(Object.keys(cases));

export const textContent = contentOf(`What the message says. ${AS_ARRAY}`, partOf(["text"]));
export const mediaContent = contentOf(`What the user says and shows. ${AS_ARRAY}`, anyPart);

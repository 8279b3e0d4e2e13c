/** Writes a sound in the form that the service takes, in place of an `audio_url` part. */

import { fail } from "../values/failure";
import { ownField } from "../values/json";
import { tell } from "../words/message";
import { memberOf, nodeAt, propertyOf, stringOf } from "./json-node";
import { tellPlace } from "./json-pointer";
import { styleOf } from "./json-style";
import { parseJson } from "./json-tree";
import type { EditResult } from "./marker-edits";
import { mergeEdits } from "./merge-edits";

/** Formats by what media types call them where that is another name. */
const NAMES: Readonly<Record<string, string>> = {
  mpeg: "mp3",
  "x-wav": "wav",
  wave: "wav",
  "x-m4a": "m4a",
  "3gpp": "3gp",
};

const DATA_URL = /^data:audio\/([\w.+-]+)(?:;[^,]*)?;base64,/i;

/** The format of an address by its media type, else by its ending; null where neither tells. */
function formatOf(address: string): string | null {
  const type = DATA_URL.exec(address)?.[1]?.toLowerCase();
  if (type !== undefined) return ownField(NAMES, type) ?? type;
  return /^https?:[^?#]*\/[^?#]*\.(\w{2,4})(?:[?#]|$)/i.exec(address)?.[1]?.toLowerCase() ?? null;
}

/**
 * Edits that turn the part at `pointer` from `audio_url` into `input_audio`; refused where its address does not tell the
 * format. Base64 comes without a media type there.
 * Source: https://www.alibabacloud.com/help/en/model-studio/qwen-omni (2026-03-31).
 */
export function mendSound(text: string, pointer: string): EditResult {
  const { root } = parseJson(text);
  const part = nodeAt(root, pointer);
  const type = memberOf(part, "type");
  const sound = propertyOf(part, "audio_url");
  const address = stringOf(memberOf(sound?.value, "url")) ?? stringOf(sound?.value);
  const format = address === null ? null : formatOf(address);
  if (!root || !type || !sound || address === null || format === null)
    return fail(tell("prompt.soundFormat", { place: tellPlace(pointer) }));
  const { colon, comma } = styleOf(text, root);
  const data = JSON.stringify(address.replace(DATA_URL, "data:;base64,"));
  const written = `{"data"${colon}${data}${comma}"format"${colon}${JSON.stringify(format)}}`;
  return {
    ok: true,
    edits: mergeEdits([
      { range: { start: type.start, end: type.end }, text: '"input_audio"' },
      { range: sound.keyRange, text: '"input_audio"' },
      { range: { start: sound.value.start, end: sound.value.end }, text: written },
    ]),
  };
}

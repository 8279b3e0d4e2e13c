/** What the relay says of a request whose markers have no effect at the endpoint that it goes to. */
import { doubtMarkers } from "../../offers/doubt-markers";
import type { Region } from "../../offers/model";
import { fieldsOf, stringOf } from "../../values/json";
import { tell } from "../../words/message";
import { ENGLISH } from "../../words/plain-words";

/** A key of an object, never a quotation of one in a text, where its quotation marks are escaped. */
const MARKER_KEY = /"(?:cache_control|prompt_cache_breakpoint)"\s*:(?!\s*null)/;

/** What a header can carry; no name in the list of models has another sign. */
const NAME = /^[\w./:-]{1,200}$/;

/**
 * One sentence; null where there is nothing to say, also of a body that is no JSON. Of the body only the model's
 * name is in it.
 */
export function noteMarkers(
  body: Uint8Array<ArrayBuffer>,
  region: Region | null,
  api: "responses" | null = null,
): string | null {
  const text = new TextDecoder().decode(body);
  if (!MARKER_KEY.test(text)) return null;
  if (api === "responses") return ENGLISH.say(tell("sessions.markersInResponses"));
  try {
    const model = stringOf(fieldsOf(JSON.parse(text))?.model);
    const doubt = NAME.test(model) ? doubtMarkers(model, region) : null;
    return doubt && ENGLISH.say(doubt.sentence);
  } catch {
    return null;
  }
}

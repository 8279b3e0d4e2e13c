/** Finds the place in a document where a marker asked for at some pointer is to be written. */

import { type Failure, fail } from "../values/failure";
import { type Message as Told, tell } from "../words/message";
import { type JsonNode, memberOf, nodeAt } from "./json-node";
import { isWithin, parentPointer, tellPlace } from "./json-pointer";
import type { Message, Part, Prompt } from "./prompt";

/** A string content that becomes an array, or a part object that gets one more property. */
export type MarkerTarget =
  | { readonly form: "string"; readonly node: JsonNode; readonly pointer: string }
  | {
      readonly form: "part";
      readonly node: JsonNode & { type: "object" };
      /** The `content` array around the part. */
      readonly around: JsonNode | null;
      readonly pointer: string;
    };

export type TargetResult = { ok: true; target: MarkerTarget } | Failure;

/**
 * Resolves a segment (a message, `/system`) to its last part that can carry a marker, and a part to itself.
 * `…/content` stands for its message; `…/content/0` is also accepted for a string content, which an array of one
 * part may have been before its marker left.
 */
export function resolveTarget(prompt: Prompt, root: JsonNode, pointer: string): TargetResult {
  if (isWithin(pointer, "/tools")) {
    return fail(tell("prompt.markerOnTools"));
  }
  const message = prompt.messages.find((candidate) => isWithin(pointer, candidate.pointer));
  if (!message) return fail(tell("prompt.neitherMessage", { place: tellPlace(pointer) }));
  const part = pickPart(message, root, pointer);
  if ("key" in part) return fail(part);
  if (part.marker) return fail(tell("prompt.markerThere", { place: tellPlace(part.pointer) }));
  const node = nodeAt(root, part.pointer);
  if (message.form === "string" && node) {
    return { ok: true, target: { form: "string", node, pointer: part.pointer } };
  }
  if (node?.type !== "object") return fail(tell("prompt.markerNoObject", { place: tellPlace(part.pointer) }));
  const around = nodeAt(root, parentPointer(part.pointer));
  return { ok: true, target: { form: "part", node, around, pointer: part.pointer } };
}

function pickPart(message: Message, root: JsonNode, pointer: string): Part | Told {
  const content = message.pointer === "/system" ? "/system" : `${message.pointer}/content`;
  if (pointer === message.pointer || pointer === content) {
    const last = message.parts.findLast((part) => canCarryMarker(part, nodeAt(root, part.pointer)));
    return last ?? tell("prompt.markerNoContent", { place: tellPlace(message.pointer) });
  }
  const only = message.form === "string" && pointer === `${content}/0` ? message.parts[0] : undefined;
  const part = only ?? message.parts.find((candidate) => candidate.pointer === pointer);
  if (!part) return tell("prompt.neitherMessage", { place: tellPlace(pointer) });
  if (canCarryMarker(part, nodeAt(root, part.pointer))) return part;
  const place = tellPlace(pointer);
  return part.kind === "text"
    ? tell("prompt.partEmpty", { place })
    : tell("prompt.markerWrongKind", { place, kind: part.kind });
}

const CARRIERS: readonly Part["kind"][] = ["image", "video", "tool-result", "tool-call"];

/**
 * Text, images, videos, tool results and Anthropic tool calls can carry a marker; reasoning cannot, nor can an
 * empty text. https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) names text, image and
 * video parts; the Anthropic blocks follow from the dialect.
 */
export const canCarry = ({ kind, text }: Part): boolean =>
  kind === "text" ? text !== "" : CARRIERS.includes(kind);

/** As `canCarry`, with a document block whose text stands elsewhere. @param node of the part in the document */
export const canCarryMarker = (part: Part, node: JsonNode | null): boolean =>
  canCarry(part) || (part.kind === "text" && memberOf(node, "source") !== null);

/** Takes a marker out of a document as text edits. */
import { type JsonNode, nodeAt } from "./json-node";
import { parentPointer } from "./json-pointer";
import type { JsonStyle } from "./json-style";
import { wrappedString } from "./marker-form";
import type { Marker, TextEdit } from "./prompt";
import { cut, cutProperty } from "./remove-property";

/** Edits that remove the marker; a content that was a string before it got the marker becomes that string again. */
export function removeMarkerText(text: string, root: JsonNode, marker: Marker, style: JsonStyle): TextEdit[] {
  const owner = nodeAt(root, marker.owner);
  if (owner?.type !== "object") return [];
  const content = marker.place === "part" ? nodeAt(root, parentPointer(marker.owner)) : null;
  const string = wrappedString(text, content, style, marker.key);
  if (string && content) {
    return [cut(content.start, string.start), cut(string.end, content.end)];
  }
  return cutProperty(text, owner, marker.key);
}

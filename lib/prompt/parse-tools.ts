/** Reads the tools of a request. */
import { isNothing, type JsonNode, memberOf, plainValue, rangeOf, stringOf } from "./json-node";
import { childPointer, placeName } from "./json-pointer";
import { type ParseContext, reportShape } from "./parse-context";
import { MARKER_KEYS, markersOn } from "./parse-marker";
import type { Tool } from "./prompt";

/** Reads `tools`; markers on them are noted, because the service ignores them but a reader may not know. */
export function parseTools(context: ParseContext, node: JsonNode | null): Tool[] {
  if (!node || isNothing(node)) return [];
  if (node.type !== "array") {
    reportShape(context, "tools must be an array.", "/tools", node);
    return [];
  }
  return node.items.map((item, index) => parseTool(context, item, childPointer("/tools", index)));
}

function parseTool(context: ParseContext, node: JsonNode, pointer: string): Tool {
  const name = stringOf(memberOf(memberOf(node, "function"), "name")) ?? stringOf(memberOf(node, "name"));
  if (name === null) {
    reportShape(context, `${placeName(pointer)} must be an object that names a tool.`, pointer, node);
  }
  context.markers.push(...markersOn(node, pointer, "tool"));
  return { pointer, range: rangeOf(node), value: plainValue(node, MARKER_KEYS), name };
}

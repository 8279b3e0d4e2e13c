/** A request's segments as the rows of the prefix panel: tools get a row of their own. */
import type { MarkerView, RequestView } from "../../lib/pipeline/analysis";
import { type Said, tell } from "../../lib/words/message";

export interface SegmentRow {
  readonly key: string;
  /** Pointer of the segment; the tools row has `/tools`. */
  readonly pointer: string;
  readonly role: string;
  readonly preview: Said;
  readonly tokens: number;
  /** Tokens from the start of the request to where the row begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly blocks: number;
  /** Markers that stand at the end of the row. */
  readonly markers: readonly MarkerView[];
  /** False for tools and the tail: the service ignores a marker there. */
  readonly canMark: boolean;
  /** Number of its first message among all messages of the request, counted from 1; 0 for tools and the tail. */
  readonly place: number;
  /** True where the row is one message of the document, which may be removed; several merged into one are not. */
  readonly isMessage: boolean;
}

/** The roles of messages are values of a field and stay as they are; what the model is asked to go on with has no field. */
export const nameRole = (role: string): Said => (role === "tail" ? tell("segments.tail") : role);

/** Rows in cache order, the tail (generation prompt) last. */
export function listRows(request: RequestView): SegmentRow[] {
  const rows: SegmentRow[] = [];
  let place = 1;
  for (const segment of request.segments) {
    const start = segment.prefix - segment.tokens;
    const isTools = segment.role === "tools";
    const toolTokens = isTools || rows.length > 0 ? 0 : request.toolTokens;
    if (toolTokens > 0) {
      rows.push({
        key: "tools",
        pointer: "/tools",
        role: "tools",
        preview: tell("segments.toolCount", { count: request.toolCount }),
        tokens: toolTokens,
        start,
        end: start + toolTokens,
        blocks: 0,
        markers: [],
        canMark: false,
        place: 0,
        isMessage: false,
      });
    }
    rows.push({
      key: segment.pointer,
      pointer: segment.pointer,
      role: segment.members.length > 1 ? `${segment.role} ×${segment.members.length}` : segment.role,
      preview: segment.preview,
      tokens: segment.tokens - toolTokens,
      start: start + toolTokens,
      end: segment.prefix,
      blocks: segment.blocks,
      markers: request.markers.filter((marker) => marker.segment === segment.pointer),
      canMark: !isTools,
      place: isTools ? 0 : place,
      isMessage: !isTools && segment.members.length === 1,
    });
    if (!isTools) place += segment.members.length;
  }
  if (request.tail > 0) {
    rows.push({
      key: "tail",
      pointer: "",
      role: "tail",
      preview: tell("segments.generationPrompt"),
      tokens: request.tail,
      start: request.total - request.tail,
      end: request.total,
      blocks: 0,
      markers: [],
      canMark: false,
      place: 0,
      isMessage: false,
    });
  }
  return rows;
}

/**
 * Keys of the rows an entry may end in to be seen from the marker at the end of `rows[from]`: at most
 * `lookbackBlocks` content blocks lie strictly between. (https://www.alibabacloud.com/help/en/model-studio/context-cache)
 */
export function listWindow(
  rows: readonly SegmentRow[],
  from: number,
  lookbackBlocks: number,
): ReadonlySet<string> {
  const keys = new Set<string>();
  let between = -1;
  for (let index = from; index >= 0; index--) {
    const row = rows[index];
    if (!row || between > lookbackBlocks) break;
    keys.add(row.key);
    between += row.blocks;
  }
  return keys;
}

/** Heights in pixels, as the classes of a row, a marker and a tool have them: rows out of sight are never measured. */
import type { SegmentRow } from "./segment-rows";

const ROW_HEIGHT = 28;
const MARKER_HEIGHT = 24;
export const TOOL_HEIGHT = 26;
/** From the top of the tools row to its first tool. */
export const TOOLS_HEAD = ROW_HEIGHT;
/** The line of buttons under the tools. */
const TOOLS_FOOT = 34;

/** @param tools how many tools are listed under the row; null where it is folded */
export function heightOf(row: SegmentRow | undefined, tools: number | null): number {
  const list = row?.role === "tools" && tools !== null ? tools * TOOL_HEIGHT + TOOLS_FOOT : 0;
  return ROW_HEIGHT + MARKER_HEIGHT * (row?.markers.length ?? 0) + list;
}

/** Number of the tool at this distance from the top of an unfolded tools row of this height; null beside the list. */
export function placeTool(offset: number, height: number): number | null {
  const tools = Math.floor((height - TOOLS_HEAD - TOOLS_FOOT) / TOOL_HEIGHT);
  const index = Math.floor((offset - TOOLS_HEAD) / TOOL_HEIGHT);
  return index >= 0 && index < tools ? index : null;
}

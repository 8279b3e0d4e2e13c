/** Events to begin with: what the menu of a turn adds. */
import type { PlayEvent } from "../../lib/timeline/play-event";

/** Short enough for a menu's line. */
export const newEvents: readonly { readonly label: string; readonly event: PlayEvent }[] = [
  { label: "Edit system text", event: { kind: "edit-system", text: "Be brief.", at: "start" } },
  { label: "Clock in system text", event: { kind: "clock" } },
  { label: "Shuffle tools", event: { kind: "shuffle-tools", seed: 1 } },
  { label: "Add a tool", event: { kind: "add-tool", name: "new_tool" } },
  { label: "Remove a tool", event: { kind: "remove-tool" } },
  { label: "Reorder tool fields", event: { kind: "reorder-tool-keys" } },
  { label: "Switch knowledge", event: { kind: "switch-knowledge" } },
  { label: "Compact history", event: { kind: "compact", summary: "Summary of what was said so far." } },
  { label: "Switch model", event: { kind: "switch-model", model: "qwen3.6-plus" } },
];

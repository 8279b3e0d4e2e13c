"use client";
/** What changes before a turn: as chips to edit, and as a menu to add to. */
import { addEvent, changeTurn, removeEvent } from "../../lib/timeline/edit-scenario";
import type { PlayEvent } from "../../lib/timeline/play-event";
import type { Turn } from "../../lib/timeline/scenario";
import { MenuButton } from "../ui/menu-button";
import { EventChip } from "./event-chip";
import type { TurnEdits } from "./use-turn-edits";

/** Short enough for a menu's line. */
const newEvents: readonly { readonly label: string; readonly event: PlayEvent }[] = [
  { label: "Edit system text", event: { kind: "edit-system", text: "Be brief.", at: "start" } },
  { label: "Clock in system text", event: { kind: "clock" } },
  { label: "Shuffle tools", event: { kind: "shuffle-tools", seed: 1 } },
  { label: "Add a tool", event: { kind: "add-tool", name: "new_tool" } },
  { label: "Remove a tool", event: { kind: "remove-tool" } },
  { label: "Reorder tool fields", event: { kind: "reorder-tool-keys" } },
  { label: "Switch knowledge", event: { kind: "switch-knowledge" } },
  { label: "Compact history", event: { kind: "compact", summary: "Summary of what was said so far." } },
  { label: "Leave out old results", event: { kind: "drop-results", keep: 1 } },
  { label: "Switch model", event: { kind: "switch-model", model: "qwen3.6-plus" } },
];

interface ChangesProps {
  readonly turn: Turn;
  readonly index: number;
  /** How the turn is called, e.g. "request 2". */
  readonly of: string;
  readonly edits: TurnEdits;
}

/** Changes that tools are needed for. */
const OF_TOOLS: readonly PlayEvent["kind"][] = ["shuffle-tools", "remove-tool", "reorder-tool-keys"];

/** What may change before a turn; where there are no tools, nothing happens to them. */
export function AddChange({ index, of, edits, hasTools }: ChangesProps & { readonly hasTools: boolean }) {
  const offered = newEvents.filter(({ event }) => hasTools || !OF_TOOLS.includes(event.kind));
  return (
    <MenuButton
      label="Add change"
      className="min-h-6 border-transparent! px-1.5! py-0! text-xs"
      items={offered.map(({ label, event }) => ({
        label,
        onPick: () => edits.change((each) => addEvent(each, index, event), `${label}, before ${of}.`),
      }))}
    />
  );
}

export function TurnChanges({ turn, index, of, edits }: ChangesProps) {
  const { events = [] } = turn;
  if (events.length === 0) return null;
  return (
    <ul aria-label={`Changes before ${of}`} className="flex flex-wrap gap-1.5">
      {events.map((event, at) => (
        <EventChip
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no other name than their place
          key={at}
          event={event}
          of={of}
          onChange={(changed) =>
            edits.change((each) => changeTurn(each, index, { events: events.with(at, changed) }))
          }
          onRemove={() => edits.change((each) => removeEvent(each, index, at), `Change removed from ${of}.`)}
        />
      ))}
    </ul>
  );
}

"use client";
/** The second line of a turn's row: how often it is sent, what changes before it, and whether more of it is shown. */
import { addEvent, changeTurn, removeEvent, setCopies, setTimes } from "../../lib/timeline/edit-scenario";
import type { PlayEvent } from "../../lib/timeline/play-event";
import { MAX_COPIES, MAX_TIMES, type Turn } from "../../lib/timeline/scenario";
import { MenuButton } from "../ui/menu-button";
import { NumberField } from "../ui/number-field";
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
  { label: "Switch model", event: { kind: "switch-model", model: "qwen3.6-plus" } },
];

interface TurnChangesProps {
  readonly turn: Turn;
  readonly index: number;
  readonly edits: TurnEdits;
  readonly isOpen: boolean;
  /** Id of what is opened. */
  readonly controls: string;
  readonly onToggle: () => void;
}

/** e.g. "2 tool rounds, thinking"; what the closed part holds. */
function describeMore({ rounds = [], thinking = "" }: Turn): string {
  const held = [
    ...(rounds.length > 0 ? [rounds.length === 1 ? "1 tool round" : `${rounds.length} tool rounds`] : []),
    ...(thinking !== "" ? ["thinking"] : []),
  ];
  return held.length > 0 ? held.join(", ") : "tools, thinking";
}

export function TurnChanges({ turn, index, edits, isOpen, controls, onToggle }: TurnChangesProps) {
  const of = `turn ${index + 1}`;
  const { events = [], copies = 1, times = 1, mode } = turn;
  return (
    <div className="order-1 flex min-w-0 basis-full flex-wrap items-center gap-x-3 gap-y-1 text-xs text-mute @4xl:order-none @4xl:col-start-3 @4xl:col-end-8">
      {mode !== "ping" && (
        <span className={`flex items-center gap-1 ${copies > 1 ? "text-ink" : ""}`}>
          <NumberField
            label={`Copies at once, ${of}`}
            value={copies}
            min={1}
            max={MAX_COPIES}
            className="w-14"
            onChange={(value) => edits.change((each) => setCopies(each, index, value))}
          />
          at once
        </span>
      )}
      <span className={`flex items-center gap-1 ${times > 1 ? "text-ink" : ""}`}>
        <NumberField
          label={`Times in a row, ${of}`}
          value={times}
          min={1}
          max={MAX_TIMES}
          className="w-14"
          onChange={(value) => edits.change((each) => setTimes(each, index, value))}
        />
        in a row
      </span>
      {events.length > 0 && (
        <ul aria-label={`Changes before ${of}`} className="contents">
          {events.map((event, at) => (
            <EventChip
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no other name than their place
              key={at}
              event={event}
              of={of}
              onChange={(changed) =>
                edits.change((each) => changeTurn(each, index, { events: events.with(at, changed) }))
              }
              onRemove={() =>
                edits.change((each) => removeEvent(each, index, at), `Change removed from ${of}.`)
              }
            />
          ))}
        </ul>
      )}
      <MenuButton
        label="Add event"
        className="min-h-6 text-xs"
        items={newEvents.map(({ label, event }) => ({
          label,
          onPick: () => edits.change((each) => addEvent(each, index, event), `${label}, before ${of}.`),
        }))}
      />
      {mode !== "ping" && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={controls}
          onClick={onToggle}
          className="min-h-6 rounded px-1 hover:bg-selected hover:text-ink"
        >
          <span aria-hidden>{isOpen ? "▾" : "▸"}</span> {describeMore(turn)}
        </button>
      )}
    </div>
  );
}

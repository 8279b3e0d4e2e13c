"use client";
/** What changes before a turn: as chips to edit, and as a menu to add to. */
import { addEvent, changeTurn, removeEvent } from "../../lib/timeline/edit-scenario";
import type { PlayEvent } from "../../lib/timeline/play-event";
import type { Turn } from "../../lib/timeline/scenario";
import { tell } from "../../lib/words/message";
import { MenuButton } from "../ui/menu-button";
import { useWords } from "../words/use-words";
import { EventChip } from "./event-chip";
import type { TurnEdits } from "./use-turn-edits";

/** Short enough for a menu's line. */
const newEvents = [
  { labelKey: "scenario.editSystem", event: { kind: "edit-system", text: "Be brief.", at: "start" } },
  { labelKey: "scenario.addClock", event: { kind: "clock" } },
  { labelKey: "scenario.shuffleTools", event: { kind: "shuffle-tools", seed: 1 } },
  { labelKey: "scenario.addTool", event: { kind: "add-tool", name: "new_tool" } },
  { labelKey: "scenario.removeTool", event: { kind: "remove-tool" } },
  { labelKey: "scenario.reorderFields", event: { kind: "reorder-tool-keys" } },
  { labelKey: "scenario.switchKnowledge", event: { kind: "switch-knowledge" } },
  { labelKey: "scenario.compact", event: { kind: "compact", summary: "Summary of what was said so far." } },
  { labelKey: "scenario.dropResults", event: { kind: "drop-results", keep: 1 } },
  { labelKey: "scenario.switchModel", event: { kind: "switch-model", model: "qwen3.6-plus" } },
] as const satisfies readonly { labelKey: `scenario.${string}`; event: PlayEvent }[];

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
  const { t } = useWords();
  const offered = newEvents.filter(({ event }) => hasTools || !OF_TOOLS.includes(event.kind));
  return (
    <MenuButton
      label={t("scenario.addChange")}
      className="min-h-6 border-transparent! px-1.5! py-0! text-xs"
      items={offered.map(({ labelKey, event }) => ({
        label: t(labelKey),
        onPick: () =>
          edits.change(
            (each) => addEvent(each, index, event),
            tell("scenario.changeAdded", { what: tell(labelKey), of }),
          ),
      }))}
    />
  );
}

export function TurnChanges({ turn, index, of, edits }: ChangesProps) {
  const { t } = useWords();
  const { events = [] } = turn;
  if (events.length === 0) return null;
  return (
    <ul aria-label={t("scenario.changesBefore", { of })} className="flex flex-wrap gap-1.5">
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
            edits.change((each) => removeEvent(each, index, at), tell("scenario.changeRemoved", { of }))
          }
        />
      ))}
    </ul>
  );
}

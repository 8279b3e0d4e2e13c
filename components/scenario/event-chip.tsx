"use client";
/** Something that changes before a turn's request: what it is, its parameter to edit, and a cross to remove it. */
import { listModels } from "../../lib/offers/catalogue";
import { describeEvent, labelEvent } from "../../lib/timeline/describe-event";
import type { PlayEvent } from "../../lib/timeline/play-event";
import { MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from "../../lib/timeline/scenario";
import { NumberField } from "../ui/number-field";
import { Picker } from "../ui/picker";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/use-words";

interface EventChipProps {
  readonly event: PlayEvent;
  /** e.g. "turn 2". */
  readonly of: string;
  readonly onChange: (event: PlayEvent) => void;
  readonly onRemove: () => void;
}

const names = listModels()
  .map(({ model }) => model)
  .filter((model) => !model.includes("*"));

const ENDS = [
  { value: "start", labelKey: "scenario.begins" },
  { value: "end", labelKey: "scenario.ends" },
] as const;

const narrow = "min-w-16 max-w-60";

function EventFields({ event, of, onChange }: Omit<EventChipProps, "onRemove">) {
  const { t } = useWords();
  switch (event.kind) {
    case "clock":
      return t("scenario.clock");
    case "reorder-tool-keys":
      return t("scenario.fieldsReordered");
    case "shuffle-tools":
      return (
        <>
          {t("scenario.toolsShuffled")}
          <NumberField
            label={t("scenario.orderOfTools", { of })}
            value={event.seed}
            min={0}
            max={9999}
            className="w-14"
            onChange={(seed) => onChange({ ...event, seed: Math.floor(seed) })}
          />
        </>
      );
    case "edit-system":
      return (
        <>
          {t("scenario.systemText")}
          <Picker
            label={t("scenario.whereLineStands", { of })}
            look="plain"
            value={event.at}
            groups={[
              { label: "", options: ENDS.map(({ value, labelKey }) => ({ value, label: t(labelKey) })) },
            ]}
            onPick={(at) => onChange({ ...event, at: at === "end" ? "end" : "start" })}
          />
          {t("scenario.with")}
          <TextField
            label={t("scenario.lineOfSystemText", { of })}
            value={event.text}
            maxLength={MAX_TEXT_LENGTH}
            className={narrow}
            onChange={(text) => onChange({ ...event, text })}
          />
        </>
      );
    case "add-tool":
      return (
        <>
          {t("scenario.toolAdded")}
          <TextField
            required
            label={t("scenario.nameOfAddedTool", { of })}
            value={event.name}
            maxLength={MAX_NAME_LENGTH}
            className={narrow}
            onChange={(name) => onChange({ ...event, name })}
          />
        </>
      );
    case "remove-tool":
      return (
        <>
          {t("scenario.toolRemoved")}
          <TextField
            label={t("scenario.nameOfRemovedTool", { of })}
            placeholder={t("scenario.theLast")}
            value={event.name ?? ""}
            maxLength={MAX_NAME_LENGTH}
            className={narrow}
            onChange={(name) => onChange(name === "" ? { kind: event.kind } : { ...event, name })}
          />
        </>
      );
    case "switch-knowledge":
      return (
        <>
          {t("scenario.knowledgeBecomes")}
          <TextField
            label={t("scenario.newKnowledge", { of })}
            placeholder={t("scenario.anotherFirstLine")}
            value={event.text ?? ""}
            maxLength={MAX_TEXT_LENGTH}
            className={narrow}
            onChange={(text) => onChange(text === "" ? { kind: event.kind } : { ...event, text })}
          />
        </>
      );
    case "drop-results":
      return (
        <>
          {t("scenario.resultsLeftOut")}
          <NumberField
            label={t("scenario.newestResultsKept", { of })}
            value={event.keep}
            min={0}
            max={100}
            className="w-14"
            onChange={(keep) => onChange({ ...event, keep: Math.floor(keep) })}
          />
        </>
      );
    case "compact":
      return (
        <>
          {t("scenario.historyBecomes")}
          <TextField
            label={t("scenario.summary", { of })}
            value={event.summary}
            maxLength={MAX_TEXT_LENGTH}
            className={narrow}
            onChange={(summary) => onChange({ ...event, summary })}
          />
        </>
      );
    case "switch-model":
      return (
        <>
          {t("scenario.modelBecomes")}
          <Picker
            label={t("scenario.modelOf", { of })}
            look="plain"
            value={event.model}
            groups={[
              {
                label: "",
                options: (names.includes(event.model) ? names : [event.model, ...names]).map((name) => ({
                  value: name,
                  label: name,
                })),
              },
            ]}
            onPick={(model) => onChange({ ...event, model })}
          />
        </>
      );
  }
}

export function EventChip({ event, of, onChange, onRemove }: EventChipProps) {
  const { t, say } = useWords();
  return (
    <li
      title={say(describeEvent(event))}
      className="inline-flex max-w-full flex-wrap items-center gap-1 rounded bg-bad-wash pr-0.5 pl-1.5 text-xs text-ink"
    >
      <EventFields event={event} of={of} onChange={onChange} />
      <button
        type="button"
        aria-label={t("scenario.removeEvent", { event: labelEvent(event), of })}
        onClick={onRemove}
        className="grid size-6 place-items-center rounded hover:bg-selected"
      >
        <span aria-hidden>×</span>
      </button>
    </li>
  );
}

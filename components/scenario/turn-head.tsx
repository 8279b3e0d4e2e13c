"use client";
/** The first line of a turn: the requests it makes, and when and how, in words until one works in it. */
import { describeTurn } from "../../lib/timeline/describe-turn";
import { changeGap, setCopies, setTimes } from "../../lib/timeline/edit-scenario";
import { MAX_COPIES, MAX_GAP_SECONDS, MAX_TIMES, type Turn } from "../../lib/timeline/scenario";
import { type Message, tell } from "../../lib/words/message";
import { NumberField } from "../ui/number-field";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { AddChange } from "./turn-changes";
import { TurnModePicker } from "./turn-mode";
import type { TurnEdits } from "./use-turn-edits";

interface TurnHeadProps {
  readonly turn: Turn;
  readonly index: number;
  /** e.g. "Requests 4 to 6". */
  readonly name: string;
  /** The same inside a sentence. */
  readonly of: string;
  readonly edits: TurnEdits;
  readonly isActive: boolean;
  readonly hasTools: boolean;
  readonly onSelect: () => void;
}

/** What tells its requests from plain ones; null for a plain one. */
function nameKind({ mode, rounds = [], times = 1 }: Turn): Message | null {
  if (mode === "ping") return times === 1 ? tell("scenario.ping") : tell("scenario.pings", { count: times });
  if (mode === "body") return tell("scenario.recorded");
  return rounds.length > 0 ? tell("scenario.toolRounds", { count: rounds.length }) : null;
}

function Controls({
  turn,
  index,
  of,
  edits,
  hasTools,
}: Omit<TurnHeadProps, "name" | "isActive" | "onSelect">) {
  const { t } = useWords();
  const { gap, mode, copies = 1, times = 1 } = turn;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-mute">
      <span className="flex items-center gap-1">
        {t("scenario.after")}
        <NumberField
          label={t("scenario.gapBefore", { of })}
          value={gap}
          min={0}
          max={MAX_GAP_SECONDS}
          step="any"
          className="w-14"
          onChange={(seconds) => edits.change((each) => changeGap(each, index, seconds))}
        />
        {gap >= 120 ? t("scenario.secondsThatIs", { duration: { seconds: gap } }) : t("scenario.secondsUnit")}
      </span>
      <TurnModePicker turn={turn} of={of} onPick={(picked) => edits.set(index, { mode: picked })} />
      {mode !== "ping" && (
        <span className={`flex items-center gap-1 ${copies > 1 ? "text-ink" : ""}`}>
          <NumberField
            label={t("scenario.copiesOf", { of })}
            value={copies}
            min={1}
            max={MAX_COPIES}
            className="w-11"
            onChange={(value) => edits.change((each) => setCopies(each, index, value))}
          />
          {t("scenario.atOnce")}
        </span>
      )}
      <span className={`flex items-center gap-1 ${times > 1 ? "text-ink" : ""}`}>
        <NumberField
          label={t("scenario.timesOf", { of })}
          value={times}
          min={1}
          max={MAX_TIMES}
          className="w-11"
          onChange={(value) => edits.change((each) => setTimes(each, index, value))}
        />
        {t("scenario.inARow")}
      </span>
      <AddChange turn={turn} index={index} of={of} edits={edits} hasTools={hasTools} />
    </div>
  );
}

export function TurnHead(props: TurnHeadProps) {
  const { name, isActive, onSelect, ...rest } = props;
  const { turn } = rest;
  const { say } = useWords();
  const kind = nameKind(turn);
  const described = say(describeTurn(turn));
  return (
    <>
      <button
        type="button"
        aria-pressed={isActive}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-description={described}
        onClick={onSelect}
        className="inline-flex min-h-6 shrink-0 items-center gap-1.5 rounded font-medium whitespace-nowrap"
      >
        {name}
        {kind && <Tag>{say(kind)}</Tag>}
      </button>
      {isActive ? (
        <Controls {...rest} />
      ) : (
        <span aria-hidden className="min-w-0 truncate text-xs text-mute">
          {described}
        </span>
      )}
    </>
  );
}

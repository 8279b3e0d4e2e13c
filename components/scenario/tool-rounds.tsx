"use client";
/** What the model does before it replies: rounds of tool calls, each with its results. */
import {
  MAX_CALLS,
  MAX_GAP_SECONDS,
  MAX_NAME_LENGTH,
  MAX_ROUNDS,
  type ScriptedCall,
  type ToolRound,
} from "../../lib/timeline/scenario";
import { type Message, tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { MenuButton } from "../ui/menu-button";
import { NumberField } from "../ui/number-field";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/use-words";
import { newCall, newRound } from "./new-turn";
import { TextOrTokens } from "./text-or-tokens";

interface ToolRoundsProps {
  readonly rounds: readonly ToolRound[];
  /** e.g. "turn 2". */
  readonly of: string;
  readonly onChange: (rounds: readonly ToolRound[], announcement?: Message) => void;
}

const SIZES = [1, 2, 3, 5];

export function ToolRounds({ rounds, of, onChange }: ToolRoundsProps) {
  const { t } = useWords();
  const change = (at: number, changes: Partial<ToolRound>): void =>
    onChange(rounds.map((round, index) => (index === at ? { ...round, ...changes } : round)));
  return (
    <>
      <ol className="space-y-1.5">
        {rounds.map((round, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds have no other name than their place
          <li key={index}>
            <Round
              round={round}
              number={index + 1}
              of={t("scenario.roundOf", { number: `${index + 1}`, of })}
              onChange={(changes) => change(index, changes)}
              onRemove={() =>
                onChange(
                  rounds.toSpliced(index, 1),
                  tell("scenario.roundRemoved", { number: `${index + 1}`, of }),
                )
              }
            />
          </li>
        ))}
      </ol>
      {rounds.length < MAX_ROUNDS && (
        <MenuButton
          label={t("scenario.addRound")}
          className="text-xs"
          items={SIZES.map((size) => ({
            label: t("scenario.callsAtOnce", { count: size }),
            onPick: () => onChange([...rounds, newRound(size)], tell("scenario.roundAdded", { of })),
          }))}
        />
      )}
    </>
  );
}

interface RoundProps {
  readonly round: ToolRound;
  readonly number: number;
  readonly of: string;
  readonly onChange: (changes: Partial<ToolRound>) => void;
  readonly onRemove: () => void;
}

function Round({ round, number, of, onChange, onRemove }: RoundProps) {
  const { t } = useWords();
  const { calls, gap } = round;
  const change = (at: number, changes: Partial<ScriptedCall>): void =>
    onChange({ calls: calls.map((call, index) => (index === at ? withChanges(call, changes) : call)) });
  return (
    <>
      <p className="flex flex-wrap items-center gap-1.5">
        {t("scenario.roundResults", { number: `${number}` })}
        <NumberField
          label={t("scenario.gapBeforeResults", { of })}
          value={gap}
          min={0}
          max={MAX_GAP_SECONDS}
          step="any"
          className="w-16"
          onChange={(seconds) => onChange({ gap: seconds })}
        />
        {t("scenario.secondsUnit")}
        {calls.length < MAX_CALLS && (
          <Button
            look="link"
            className="ml-2 min-h-6"
            aria-label={t("scenario.addCallTo", { of })}
            onClick={() => onChange({ calls: [...calls, newCall(calls.length + 1)] })}
          >
            {t("scenario.addCall")}
          </Button>
        )}
        <Button
          look="link"
          className="ml-2 min-h-6"
          aria-label={t("scenario.removeRoundOf", { of })}
          onClick={onRemove}
        >
          {t("scenario.removeRound")}
        </Button>
      </p>
      <ul className="mt-1 space-y-1 pl-3">
        {calls.map((call, index) => {
          const here = t("scenario.callOf", { number: `${index + 1}`, of });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls have no other name than their place
            <li key={index} className="flex items-start gap-1.5">
              <TextField
                required
                label={t("scenario.toolOf", { here })}
                value={call.name}
                maxLength={MAX_NAME_LENGTH}
                className="max-w-40 min-w-20 shrink-0 font-mono"
                onChange={(name) => change(index, { name })}
              />
              <div className="min-w-0 flex-1">
                <TextOrTokens
                  label={t("scenario.resultOf", { here })}
                  placeholder={t("scenario.result")}
                  text={call.result}
                  tokens={call.resultTokens}
                  onText={(result) => change(index, { result })}
                  onTokens={(resultTokens) => change(index, { resultTokens })}
                />
              </div>
              <button
                type="button"
                disabled={calls.length === 1}
                aria-label={t("scenario.removeCall", { here })}
                onClick={() => onChange({ calls: calls.toSpliced(index, 1) })}
                className="grid size-6 shrink-0 place-items-center rounded text-mute hover:bg-selected disabled:opacity-40"
              >
                <span aria-hidden>×</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A result that is text again has no number of tokens. */
function withChanges(call: ScriptedCall, changes: Partial<ScriptedCall>): ScriptedCall {
  const { resultTokens, ...rest } = { ...call, ...changes };
  return resultTokens === undefined ? rest : { ...rest, resultTokens };
}

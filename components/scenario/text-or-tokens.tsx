"use client";
/** A text of the scenario: written out, or filler of so many tokens in its place. */
import { MAX_FILLER_TOKENS, MAX_TEXT_LENGTH } from "../../lib/timeline/scenario";
import { Hint } from "../ui/hint";
import { NumberField } from "../ui/number-field";
import { useWords } from "../words/use-words";

interface SpokenTextProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words to read first and to edit second: as many lines as they take, on the ground they stand on. */
export const SpokenText = ({ label, placeholder, value, onChange }: SpokenTextProps) => (
  <textarea
    rows={1}
    aria-label={label}
    placeholder={placeholder}
    maxLength={MAX_TEXT_LENGTH}
    value={value}
    onChange={({ target }) => onChange(target.value)}
    className="field-sizing-content block max-h-40 min-h-6 w-full min-w-0 resize-none rounded bg-transparent px-1 py-1 leading-4 placeholder:text-faint hover:bg-hover focus:bg-panel"
  />
);

interface TextOrTokensProps {
  /** e.g. "Reply to request 2". */
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly tokens: number | undefined;
  readonly onText: (text: string) => void;
  readonly onTokens: (tokens: number | undefined) => void;
}

const FIRST_TOKENS = 500;

export function TextOrTokens({ label, placeholder, text, tokens, onText, onTokens }: TextOrTokensProps) {
  const { t } = useWords();
  const isFiller = tokens !== undefined;
  return (
    <div className="flex min-w-0 items-start gap-1">
      {isFiller ? (
        <span className="flex min-w-0 flex-1 items-center gap-1.5 text-xs text-mute">
          <NumberField
            label={t("scenario.fillerOf", { label })}
            value={tokens}
            min={0}
            max={MAX_FILLER_TOKENS}
            className="w-20"
            onChange={(value) => onTokens(Math.floor(value))}
          />
          {t("scenario.tokensOfFiller")}
        </span>
      ) : (
        <SpokenText label={label} placeholder={placeholder} value={text} onChange={onText} />
      )}
      <Hint text={t("scenario.fillerHint")}>
        <button
          type="button"
          aria-pressed={isFiller}
          aria-label={t("scenario.fillerFor", { label })}
          onClick={() => onTokens(isFiller ? undefined : FIRST_TOKENS)}
          className={`invisible min-h-6 shrink-0 rounded px-1 text-[11px] group-data-active/turn:visible ${
            isFiller ? "bg-selected text-ink" : "text-mute hover:bg-selected hover:text-ink"
          }`}
        >
          {t("scenario.filler")}
        </button>
      </Hint>
    </div>
  );
}

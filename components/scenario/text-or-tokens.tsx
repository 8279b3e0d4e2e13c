"use client";
/** A text of the scenario: written out, or filler of so many tokens in its place. */
import { MAX_FILLER_TOKENS, MAX_TEXT_LENGTH } from "../../lib/timeline/scenario";
import { Hint } from "../ui/hint";
import { NumberField } from "../ui/number-field";
import { GrowingText } from "../ui/text-field";

interface TextOrTokensProps {
  /** e.g. "Reply to turn 2". */
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly tokens: number | undefined;
  readonly onText: (text: string) => void;
  readonly onTokens: (tokens: number | undefined) => void;
}

const FIRST_TOKENS = 500;

export function TextOrTokens({ label, placeholder, text, tokens, onText, onTokens }: TextOrTokensProps) {
  const isFiller = tokens !== undefined;
  return (
    <div className="flex min-w-0 items-start gap-1">
      {isFiller ? (
        <span className="flex min-w-0 flex-1 items-center gap-1.5 text-xs text-mute">
          <NumberField
            label={`${label}, tokens of filler`}
            value={tokens}
            min={0}
            max={MAX_FILLER_TOKENS}
            className="w-20"
            onChange={(value) => onTokens(Math.floor(value))}
          />
          tokens of filler
        </span>
      ) : (
        <GrowingText
          label={label}
          placeholder={placeholder}
          value={text}
          maxLength={MAX_TEXT_LENGTH}
          onChange={onText}
        />
      )}
      <Hint text="Filler text of so many tokens instead">
        <button
          type="button"
          aria-pressed={isFiller}
          aria-label={`Filler: ${label}`}
          onClick={() => onTokens(isFiller ? undefined : FIRST_TOKENS)}
          className={`shrink-0 min-h-6 rounded px-1 text-[11px] ${
            isFiller ? "bg-selected text-ink" : "text-faint hover:bg-selected hover:text-ink"
          }`}
        >
          filler
        </button>
      </Hint>
    </div>
  );
}

"use client";
/** What every form that sends requests asks for: a workspace, a key, and how far the cost may go. */
import { useWords } from "../words/use-words";

export const field = "min-h-6 rounded-md border border-line bg-panel px-2 py-1 font-mono text-xs";
export const caption = "inline-flex items-center gap-1.5 text-xs text-mute";

/** A set of fields that a run under way keeps as they are, in one row with those that may still change. */
export const FIXED = "contents disabled:*:opacity-60";

interface SendFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const WorkspaceField = ({ value, onChange }: SendFieldProps) => {
  const name = useWords().t("run.workspaceId");
  return (
    <input
      aria-label={name}
      placeholder={name}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className={`w-36 ${field}`}
    />
  );
};

export const KeyField = ({ value, onChange }: SendFieldProps) => (
  <input
    type="password"
    aria-label={useWords().t("run.apiKey")}
    placeholder="sk-…"
    autoComplete="off"
    value={value}
    onChange={({ target }) => onChange(target.value)}
    className={`w-44 ${field}`}
  />
);

export const CeilingField = ({ value, onChange }: SendFieldProps) => {
  const { t } = useWords();
  return (
    <label className={caption}>
      {t("run.ceiling")}
      <input
        inputMode="decimal"
        placeholder={t("run.noCeiling")}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className={`w-20 text-right text-ink ${field}`}
      />
    </label>
  );
};

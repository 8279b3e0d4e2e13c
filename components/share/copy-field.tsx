"use client";
/** A text to take along: a field that selects itself, and a button that copies it and says so. */
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  /** Of the button, e.g. `Copy link`. */
  readonly copy: string;
  readonly lines?: number;
  /** Beside the button. */
  readonly children?: ReactNode;
}

const look =
  "mt-3 block w-full resize-none rounded-md border border-line bg-raised px-2.5 py-1.5 font-mono text-xs";

export function CopyField({ label, value, copy, lines = 1, children }: CopyFieldProps) {
  const { t } = useWords();
  const [tried, setTried] = useState<{ readonly value: string; readonly ok: boolean } | null>(null);
  // What was copied before is not what stands there now.
  const outcome = tried?.value === value ? tried : null;

  async function copyValue(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setTried({ value, ok: true });
    } catch {
      setTried({ value, ok: false });
    }
  }

  return (
    <>
      {lines === 1 ? (
        <input
          readOnly
          aria-label={label}
          value={value}
          onFocus={(event) => event.target.select()}
          className={look}
        />
      ) : (
        <textarea
          readOnly
          aria-label={label}
          rows={lines}
          value={value}
          onFocus={(event) => event.target.select()}
          className={`${look} break-all`}
        />
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button look="main" disabled={value === ""} onClick={() => void copyValue()}>
          {outcome?.ok ? t("share.copied") : copy}
        </Button>
        {children}
      </div>
      {/* The page's own live region is out of reach behind a modal window. */}
      <p role="status" className={outcome?.ok === false ? "mt-2 text-xs text-warn" : "sr-only"}>
        {outcome?.ok === true && t("share.copiedWhat", { what: label })}
        {outcome?.ok === false && t("share.copyRefused")}
      </p>
    </>
  );
}

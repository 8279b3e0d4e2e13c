"use client";
/** A file or lines to run, with where they belong and a button that copies them. */
import { useState } from "react";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

interface CopyBlockProps {
  readonly title: string;
  readonly text: string;
  /** What must be done before it can be used; null where nothing must. */
  readonly missing?: string | null;
}

export function CopyBlock({ title, text, missing = null }: CopyBlockProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState<{ readonly text: string; readonly ok: boolean } | null>(null);
  const outcome = copied?.text === text ? copied : null;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, ok: true });
    } catch {
      setCopied({ text, ok: false });
    }
  }

  return (
    <figure className="mt-3 overflow-hidden rounded-lg border border-line bg-panel">
      <figcaption className="flex items-center gap-3 border-b border-line-soft px-3 py-1.5 text-xs">
        <span className="min-w-0 truncate font-mono font-medium">{title}</span>
        <span role="status" className="ml-auto text-mute">
          {missing}
          {outcome?.ok === false && t("connect.selectByHand")}
          {outcome?.ok && t("connect.copied")}
        </span>
        <Button
          className="text-xs"
          disabled={missing !== null}
          aria-label={t("connect.copyTitle", { title })}
          onClick={() => void copy()}
        >
          {t("connect.copy")}
        </Button>
      </figcaption>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={title}
        className="overflow-x-auto px-3 py-2.5 font-mono text-xs leading-5 whitespace-pre"
      >
        {text}
      </section>
    </figure>
  );
}

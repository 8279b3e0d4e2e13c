"use client";
/** Something that is said in a conversation: by whom, of how many tokens, and the words. */
import type { ReactNode } from "react";
import { useWords } from "../words/use-words";

interface SpeechBlockProps {
  readonly speaker: "user" | "model" | "tools";
  /** Null = not known yet. */
  readonly tokens: number | null;
  readonly children: ReactNode;
}

/** The model's words stand on another ground than those it is sent. */
const GROUNDS: Record<SpeechBlockProps["speaker"], string> = {
  user: "border-line bg-panel",
  tools: "border-dashed border-line bg-panel",
  model: "border-transparent bg-selected",
};

const SPEAKERS = {
  user: "scenario.user",
  tools: "scenario.tools",
  model: "scenario.model",
} as const;

export function SpeechBlock({ speaker, tokens, children }: SpeechBlockProps) {
  const { t } = useWords();
  return (
    <div className="flex items-start gap-2 text-xs">
      <p className="w-18 shrink-0 py-1 leading-4">
        <span className="font-medium">{t(SPEAKERS[speaker])}</span>
        {tokens !== null && (
          <span className="block text-[11px] text-mute">{t("values.tokens", { count: tokens })}</span>
        )}
      </p>
      <div className={`min-w-0 flex-1 rounded-lg border px-1.5 py-1 ${GROUNDS[speaker]}`}>{children}</div>
    </div>
  );
}

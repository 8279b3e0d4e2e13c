/** Something that is said in a conversation: by whom, of how many tokens, and the words. */
import type { ReactNode } from "react";
import { formatTokens } from "../../lib/values/figures";

interface SpeechBlockProps {
  readonly speaker: "User" | "Model" | "Tools";
  /** Null = not known yet. */
  readonly tokens: number | null;
  readonly children: ReactNode;
}

/** The model's words stand on another ground than those it is sent. */
const GROUNDS: Record<SpeechBlockProps["speaker"], string> = {
  User: "border-line bg-panel",
  Tools: "border-dashed border-line bg-panel",
  Model: "border-transparent bg-selected",
};

export function SpeechBlock({ speaker, tokens, children }: SpeechBlockProps) {
  return (
    <div className="flex items-start gap-2 text-xs">
      <p className="w-18 shrink-0 py-1 leading-4">
        <span className="font-medium">{speaker}</span>
        {tokens !== null && <span className="block text-[11px] text-mute">{formatTokens(tokens)}</span>}
      </p>
      <div className={`min-w-0 flex-1 rounded-lg border px-1.5 py-1 ${GROUNDS[speaker]}`}>{children}</div>
    </div>
  );
}

"use client";
/** Says that nobody edited the message: the chat template writes it in another way now. */
import type { ReactNode } from "react";
import { useWords } from "../words/use-words";

export function RerenderedNote() {
  const { t, rich } = useWords();
  return (
    <div className="rounded-md border border-written bg-raised px-2.5 py-2">
      <p className="font-semibold">{t("why.rerendered")}</p>
      <p>
        {rich("why.rerenderedWhy", {
          code: (pieces: ReactNode) => <code className="font-mono text-xs">{pieces}</code>,
        })}
      </p>
    </div>
  );
}

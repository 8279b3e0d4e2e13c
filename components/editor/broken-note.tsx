"use client";
/** Above the editor while its text is no request: what is wrong, where, and the mend. */
import { tell } from "../../lib/words/message";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

export function BrokenNote() {
  const { t, say } = useWords();
  const { actions } = usePlaygroundStore();
  const problem = usePlayground(({ good, stale, text, lintedText, diagnostics }) =>
    (stale || good === null) && text === lintedText && text.trim() !== ""
      ? diagnostics.find(({ severity }) => severity === "error")
      : undefined,
  );
  const hasFigures = usePlayground(({ good }) => good !== null);
  if (!problem) return null;
  const { message, range, fix } = problem;
  return (
    <section
      aria-label={t("editor.whatIsWrong")}
      data-broken
      className="shrink-0 border-b border-line bg-bad-wash px-3.5 py-1.5"
    >
      <p className="text-pretty break-words">
        {say(message)}
        {hasFigures && <span className="text-mute"> {t("editor.figuresAreOld")}</span>}
      </p>
      <div className="mt-0.5 flex gap-3">
        <Button look="link" onClick={() => actions.reveal(range)}>
          {t("editor.showPlace")}
        </Button>
        {fix && (
          <Button
            look="link"
            onClick={() => actions.applyEdits(fix.edits, tell("store.mended", { title: fix.title }))}
          >
            {say(fix.title)}
          </Button>
        )}
      </div>
    </section>
  );
}

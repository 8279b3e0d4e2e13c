"use client";
/** Both requests as the model reads them, side by side in a window that Escape closes. */
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { type Said, tell } from "../../lib/words/message";
import { afterEditorWords } from "../editor/monaco-words";
import { usePlaygroundStore } from "../playground-context";
import { Dialog } from "../ui/dialog";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";

function Waiting() {
  const { t } = useWords();
  return <p className="text-mute">{t("why.loadingEditor")}</p>;
}

const DiffEditor = dynamic(
  () => afterEditorWords(() => import("./diff-editor")).then((module) => module.DiffEditor),
  { ssr: false, loading: Waiting },
);

type Texts =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly before: string; readonly after: string }
  | { readonly kind: "failed"; readonly reason: Said };

interface DiffDialogProps {
  readonly turn: number;
  readonly other: number;
  readonly onClose: () => void;
}

/** The texts as they were when the window opened: it shows one moment. */
function useTexts(turn: number, other: number): Texts {
  const { store, actions } = usePlaygroundStore();
  const [texts, setTexts] = useState<Texts>({ kind: "waiting" });
  useEffect(() => {
    const { analysedText, settings } = store.getState();
    if (analysedText === null) return;
    const calling = new AbortController();
    const write = (of: number) =>
      actions.ask({ kind: "write-turn", text: analysedText, settings, turn: of }, { signal: calling.signal });
    void Promise.all([write(other), write(turn)]).then(([before, after]) => {
      if (calling.signal.aborted) return;
      if (!before.ok) setTexts({ kind: "failed", reason: before.reason });
      else if (!after.ok) setTexts({ kind: "failed", reason: after.reason });
      else if (before.value === null || after.value === null)
        setTexts({ kind: "failed", reason: tell("why.noRequest") });
      else setTexts({ kind: "ready", before: before.value, after: after.value });
    });
    return () => calling.abort();
  }, [store, actions, turn, other]);
  return texts;
}

export function DiffDialog({ turn, other, onClose }: DiffDialogProps) {
  const { t } = useWords();
  const texts = useTexts(turn, other);
  return (
    <Dialog open onClose={onClose} wide title={t("why.diffTitle", { other: other + 1, request: turn + 1 })}>
      <p className="mt-1 text-mute">{t("why.diffPurpose")}</p>
      <div className="mt-3 h-[70dvh] border border-line">
        {texts.kind === "ready" && (
          <DiffEditor
            before={texts.before}
            after={texts.after}
            names={{ before: t("why.textBefore"), after: t("why.textAfter") }}
          />
        )}
        {texts.kind === "waiting" && <Waiting />}
        {texts.kind === "failed" && (
          <p className="p-3 text-bad">
            <Sentence said={texts.reason} />
          </p>
        )}
      </div>
    </Dialog>
  );
}

"use client";
/** Loads a tokenizer.json of the user's own, for models whose vocabulary the playground cannot carry. */
import { type ReactNode, useEffect, useId, useState } from "react";
import { formatCount } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import type { OwnVocabularyInfo } from "../../lib/worker/messages";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { markOwnVocabulary } from "./vocabulary-mark";

export function VocabularyForm() {
  const actions = useActions();
  const { t, say, rich } = useWords();
  const field = useId();
  const [info, setInfo] = useState<OwnVocabularyInfo | null>(null);
  const [message, setMessage] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void actions.ask({ kind: "name-vocabulary" }).then((answered) => {
      if (!answered.ok) return;
      setInfo(answered.value);
      markOwnVocabulary(answered.value !== null);
    });
  }, [actions]);

  async function load(file: File): Promise<void> {
    setBusy(true);
    setMessage(null);
    const answered = await actions.ask({ kind: "read-vocabulary", file, name: file.name });
    setBusy(false);
    if (!answered.ok) {
      setMessage(answered.reason);
      return;
    }
    setInfo(answered.value);
    markOwnVocabulary(true);
    actions.recount(tell("tokens.vocabularyLoaded", { name: answered.value.name }));
  }

  async function drop(): Promise<void> {
    await actions.ask({ kind: "drop-vocabulary" });
    setInfo(null);
    markOwnVocabulary(false);
    actions.recount(tell("tokens.vocabularyRemoved"));
  }

  return (
    <section>
      <h3 className="font-semibold">{t("tokens.ownVocabulary")}</h3>
      <p className="mt-1 text-mute">
        {rich("tokens.vocabularyNote", {
          code: (pieces: ReactNode) => <code className="font-mono">{pieces}</code>,
        })}
      </p>
      {info && (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <span className="font-medium" data-vocabulary={info.name}>
            {info.name}
          </span>
          <span className="text-mute">
            {t("tokens.vocabularySize", {
              base: formatCount(info.baseTokens),
              added: formatCount(info.addedTokens),
            })}
          </span>
          <Button look="link" onClick={() => void drop()}>
            {t("tokens.remove")}
          </Button>
        </p>
      )}
      <label htmlFor={field} className="mt-2 inline-flex cursor-pointer items-center gap-2">
        <span className="sr-only">tokenizer.json</span>
        <input
          id={field}
          type="file"
          accept=".json,application/json"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void load(file);
            event.target.value = "";
          }}
          className="text-mute file:mr-2 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-panel file:px-2.5 file:py-1 file:text-ink"
        />
      </label>
      <p role="status" className="mt-1 text-warn empty:hidden">
        {busy ? t("tokens.readingVocabulary") : message && say(message)}
      </p>
    </section>
  );
}

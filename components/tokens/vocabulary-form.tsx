"use client";
/** Loads a tokenizer.json of the user's own, for models whose vocabulary the playground cannot carry. */
import { useEffect, useId, useState } from "react";
import { formatCount } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import type { OwnVocabularyInfo } from "../../lib/worker/messages";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";

export function VocabularyForm() {
  const actions = useActions();
  const field = useId();
  const [info, setInfo] = useState<OwnVocabularyInfo | null>(null);
  const [message, setMessage] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void actions.ask({ kind: "name-vocabulary" }).then((answered) => {
      if (answered.ok) setInfo(answered.value);
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
    actions.recount(`Vocabulary ${answered.value.name} loaded.`);
  }

  async function drop(): Promise<void> {
    await actions.ask({ kind: "drop-vocabulary" });
    setInfo(null);
    actions.recount("Vocabulary removed.");
  }

  return (
    <section>
      <h3 className="font-semibold">Your own vocabulary</h3>
      <p className="mt-1 text-mute">
        For Qwen3.5 and later, load the model's <code className="font-mono">tokenizer.json</code> (byte-level
        BPE, as published with its open weights). It is read here, kept in this browser and sent nowhere.
      </p>
      {info && (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <span className="font-medium" data-vocabulary={info.name}>
            {info.name}
          </span>
          <span className="text-mute">
            {formatCount(info.baseTokens)} tokens, {formatCount(info.addedTokens)} added
          </span>
          <Button look="link" onClick={() => void drop()}>
            Remove
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
        {busy ? "Reading the vocabulary…" : message && <Sentence said={message} />}
      </p>
    </section>
  );
}

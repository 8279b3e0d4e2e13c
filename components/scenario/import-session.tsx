"use client";
/** Takes a recorded session: its first request becomes the document, the others turns. */
import { useId, useRef, useState } from "react";
import { MAX_SESSION_LENGTH, readSession } from "../../lib/timeline/read-session";
import { useActions } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

interface Outcome {
  readonly message: string;
  readonly notes: readonly string[];
}

/** Bytes of a character at most. */
const MAX_FILE_BYTES = MAX_SESSION_LENGTH * 4;

export function ImportSession() {
  const actions = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useId();
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  function load(recorded: string): void {
    const result = readSession(recorded);
    if (!result.ok) {
      setOutcome({ message: result.reason, notes: [] });
      return;
    }
    const { session } = result;
    const requests = session.scenario.turns.length + 1;
    const message = `Imported ${requests === 1 ? "one request" : `${requests} requests`}.`;
    actions.loadDocument({ text: session.text, scenario: session.scenario, presetId: null });
    actions.announce([message, ...session.notes].join(" "));
    setOutcome({ message, notes: session.notes });
    setText("");
  }

  async function loadFile(file: File): Promise<void> {
    if (file.size > MAX_FILE_BYTES) {
      setOutcome({ message: "The file is larger than a session can be; import a part of it.", notes: [] });
      return;
    }
    try {
      load(await file.text());
    } catch {
      setOutcome({ message: "The file could not be read.", notes: [] });
    }
  }

  return (
    <>
      <Button
        className="text-xs"
        onClick={() => {
          setOutcome(null);
          dialog.current?.showModal();
        }}
      >
        Import session
      </Button>
      <Dialog dialog={dialog} title="Import a recorded session">
        <p className="mt-2 text-mute">
          Request bodies as a JSON array or JSON Lines, in either dialect. Times are read from{" "}
          <code className="font-mono">{`{"at": 12.5, "body": …, "reply": …}`}</code> or{" "}
          <code className="font-mono">{`{"timestamp": …, "request": …, "response": …}`}</code>. The first
          request replaces the document. Nothing is sent anywhere.
        </p>
        <label htmlFor={field} className="mt-3 block font-medium">
          Session
        </label>
        <textarea
          id={field}
          value={text}
          rows={6}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
          className="mt-1 w-full rounded border border-line bg-panel px-2 py-1 font-mono text-xs"
        />
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Button look="main" onClick={() => load(text)}>
            Import
          </Button>
          <input
            type="file"
            aria-label="Session file"
            accept=".json,.jsonl,.ndjson,application/json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) void loadFile(file);
              target.value = "";
            }}
            className="min-w-0 text-mute file:mr-2 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-panel file:px-2.5 file:py-1 file:text-ink"
          />
        </div>
        <div role="status" className="mt-3 empty:hidden">
          {outcome && (
            <>
              <p className="font-medium">{outcome.message}</p>
              <ul className="list-disc pl-5 text-mute">
                {outcome.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Dialog>
    </>
  );
}

"use client";
/** The document, or a conversation that begins with it, as a program to copy or to keep as a file. */
import { useMemo, useState } from "react";
import { nameOf } from "../../lib/placement/placement";
import { type Message, type Said, tell } from "../../lib/words/message";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { findHost, groupTargets, needsWorkspace } from "../run/run-targets";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Picker } from "../ui/picker";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
import {
  type CodeDraft,
  chooseForm,
  chooseHost,
  groupForms,
  keepDraft,
  readDraft,
  writeCode,
} from "./code-draft";

const EXTENTS = [
  { value: "request", label: "code.single" },
  { value: "conversation", label: "code.wholeConversation" },
] as const;

/** More characters slow the page down; the copy and the file hold them all. */
const MAX_SHOWN = 200_000;

const introduce = (draft: CodeDraft, placement: Said): Message =>
  draft.extent === "request" ? tell("code.oneRequest") : tell("code.conversation", { placement });

interface ChoicesProps {
  readonly draft: CodeDraft;
  readonly form: string;
  readonly host: string;
  readonly onChange: (draft: CodeDraft) => void;
}

function Choices({ draft, form, host, onChange }: ChoicesProps) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Picker
        label={t("code.form")}
        value={form}
        groups={groupForms()}
        onPick={(picked) => onChange({ ...draft, form: picked })}
      />
      <SegmentedControl
        label={t("code.sends")}
        value={draft.extent}
        options={EXTENTS.map((each) => ({ ...each, label: t(each.label) }))}
        onChange={(extent) => onChange({ ...draft, extent })}
      />
      <Picker
        label={t("code.endpoint")}
        value={host}
        // The first group is the emulator, which is no place for a program of one's own.
        groups={groupTargets(words).slice(1)}
        onPick={(picked) => onChange({ ...draft, host: picked })}
      />
      {needsWorkspace(findHost(host)) && (
        <input
          aria-label={t("code.workspaceId")}
          placeholder={t("code.workspaceId")}
          value={draft.workspace}
          onChange={({ target }) => onChange({ ...draft, workspace: target.value })}
          className="min-h-6 w-36 rounded-md border border-line bg-panel px-2 py-1 font-mono text-xs"
        />
      )}
    </div>
  );
}

interface CodeDialogProps {
  readonly onClose: () => void;
  /** The reader wants the request in the words of another service. */
  readonly onOther: () => void;
}

export function CodeDialog({ onClose, onOther }: CodeDialogProps) {
  const words = useWords();
  const { t, say } = words;
  const { actions } = usePlaygroundStore();
  const text = usePlayground((state) => state.text);
  const settings = usePlayground((state) => state.settings);
  const dialect = usePlayground((state) => state.good?.request.dialect ?? "openai");
  const [draft, setDraft] = useState(readDraft);
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const form = chooseForm(draft, dialect);
  const { code, notes } = useMemo(
    () => writeCode(draft, form, { text, settings }, words),
    [draft, form, text, settings, words],
  );

  function change(next: CodeDraft): void {
    keepDraft(next);
    setDraft(next);
    setCopied("no");
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      setCopied("yes");
      actions.announce(tell("code.codeCopied"));
    } catch {
      setCopied("failed");
    }
  }

  return (
    <Dialog open onClose={onClose} wide title={t("code.asCode")}>
      <p className="mt-1 text-mute">
        {say(introduce(draft, nameOf(settings.placement ?? { kind: "as-drawn" })))}
      </p>
      <Choices draft={draft} form={form.id} host={chooseHost(draft, { settings })} onChange={change} />
      {code !== "" && (
        <section
          aria-label={t("code.code")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
          tabIndex={0}
          className="mt-3 max-h-[55dvh] overflow-auto rounded-md border border-line bg-raised"
        >
          <pre
            className="p-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap"
            data-code={form.id}
          >
            {code.slice(0, MAX_SHOWN)}
          </pre>
        </section>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button look="main" disabled={code === ""} onClick={() => void copy()}>
          {t(copied === "yes" ? "code.copied" : "code.copyCode")}
        </Button>
        <Button
          disabled={code === ""}
          onClick={() => saveFile(form.fileName, code, "text/plain;charset=utf-8")}
        >
          {t("code.download", { file: form.fileName })}
        </Button>
        <span className="text-mute">{t("code.keyFrom")}</span>
        <Button className="ml-auto" onClick={onOther}>
          {t("code.otherService")}
        </Button>
      </div>
      <p role="status" className="mt-2 text-xs text-warn empty:hidden">
        {words.sentences([
          copied === "failed" ? tell("code.copyCodeRefused") : "",
          code.length > MAX_SHOWN ? tell("code.onlyBeginning") : "",
        ])}
      </p>
      {notes.length > 0 && (
        <ul aria-label={t("code.notes")} className="mt-3 list-disc space-y-1 pl-5 text-mute">
          {notes.map(say).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

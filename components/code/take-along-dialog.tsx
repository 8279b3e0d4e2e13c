"use client";
/** The document as another service takes it: its calls to copy or to keep, and what is refused, ignored or left out there. */
import { useMemo, useState } from "react";
import {
  hasResponses,
  type OpenAiForm,
  type ServiceCall,
  takeAlong,
  takesCacheKey,
} from "../../lib/export/take-along";
import { listTargets, type NamedTarget } from "../../lib/pipeline/list-targets";
import { KIND_NAMES } from "../../lib/pipeline/write-comparison";
import type { SystemKind } from "../../lib/systems/comparable";
import type { Words } from "../../lib/words/create-words";
import { type Message, type MessageKey, tell } from "../../lib/words/message";
import { useDocumentName } from "../layouts/use-document-name";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Picker, type PickerGroup } from "../ui/picker";
import { SegmentedControl } from "../ui/segmented-control";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/use-words";
import { JudgementList } from "./judgement-list";

const FORMS: readonly { readonly value: OpenAiForm; readonly label: MessageKey }[] = [
  { value: "chat", label: "code.chat" },
  { value: "responses", label: "code.responses" },
];

/** More characters slow the page down; the copy and the file hold them all. */
const MAX_SHOWN = 200_000;
const MAX_KEY = 64;

const toKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, MAX_KEY);

const groupByKind = (targets: readonly NamedTarget[], { t, say }: Words): readonly PickerGroup[] =>
  (Object.keys(KIND_NAMES) as SystemKind[]).flatMap((kind) => {
    const own = targets.filter((target) => target.kind === kind);
    const options = own.map(({ id, name }) => ({ value: id, label: say(name) }));
    return options.length > 0 ? [{ label: t(KIND_NAMES[kind]), options }] : [];
  });

interface CallProps {
  readonly call: ServiceCall;
  /** Among several, whose room is shared and which are copied one by one. */
  readonly isOneOfSeveral: boolean;
  readonly onCopy: (text: string) => void;
}

function Call({ call: { method, path, body, title }, isOneOfSeveral, onCopy }: CallProps) {
  const { t, say } = useWords();
  const text = useMemo(() => JSON.stringify(body, null, 2), [body]);
  return (
    <section
      aria-label={t("code.callName", { title, method, path })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      className={`${isOneOfSeveral ? "max-h-[30dvh]" : "max-h-[50dvh]"} overflow-auto rounded-md border border-line bg-raised`}
    >
      <h3 className="sticky top-0 border-b border-line-soft bg-raised px-3 py-1 font-mono text-xs break-all">
        {method} {path} <span className="font-sans text-mute">{say(title).toLowerCase()}</span>{" "}
        {isOneOfSeveral && (
          <Button
            look="link"
            className="min-h-6 font-sans"
            aria-label={t("code.copyCall", { path })}
            onClick={() => onCopy(text)}
          >
            {t("code.copy")}
          </Button>
        )}
      </h3>
      <pre className="p-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap" data-call={path}>
        {text.slice(0, MAX_SHOWN)}
      </pre>
    </section>
  );
}

interface TakeAlongDialogProps {
  /** Row of the comparison that is chosen at first. */
  readonly first: string;
  readonly onClose: () => void;
}

export function TakeAlongDialog({ first, onClose }: TakeAlongDialogProps) {
  const words = useWords();
  const { t, say } = words;
  const { actions } = usePlaygroundStore();
  const text = usePlayground((state) => state.text);
  const settings = usePlayground((state) => state.settings);
  const { plain: documentName } = useDocumentName();
  const [id, setId] = useState(first);
  const [form, setForm] = useState<OpenAiForm>("chat");
  const [key, setKey] = useState(() => toKey(documentName));
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const targets = useMemo(() => listTargets(settings), [settings]);
  const chosen = targets.find((target) => target.id === id) ?? targets[0];
  const taken = useMemo(
    () => (chosen ? takeAlong(chosen.target, text, { form, cacheKey: key.trim() || null }) : null),
    [chosen, text, form, key],
  );
  if (!chosen || !taken) return null;
  const { name, target } = chosen;
  const file = `request-${chosen.id}.json`;

  function choose<Value>(change: (value: Value) => void) {
    return (value: Value): void => {
      change(value);
      setCopied("no");
    };
  }

  async function copy(written: string, said: Message): Promise<void> {
    try {
      await navigator.clipboard.writeText(written);
      setCopied(written === (taken?.ok && taken.text) ? "yes" : "no");
      actions.announce(said);
    } catch {
      setCopied("failed");
    }
  }

  return (
    <Dialog open onClose={onClose} wide title={t("code.requestFor", { name })}>
      <p className="mt-1 text-mute">{t("code.ownWords")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Picker
          label={t("code.service")}
          value={chosen.id}
          groups={groupByKind(targets, words)}
          onPick={choose(setId)}
        />
        {target.model !== null && <span className="text-mute">{target.model}</span>}
        {hasResponses(target) && (
          <SegmentedControl
            label={t("code.form")}
            value={form}
            options={FORMS.map(({ value, label }) => ({ value, label: say({ key: label }) }))}
            onChange={choose(setForm)}
          />
        )}
        {takesCacheKey(target) && (
          <span className="inline-flex items-center gap-1.5">
            <span className="text-mute">{t("code.cacheKey")}</span>
            <TextField
              label={t("code.cacheKey")}
              value={key}
              placeholder={t("code.none")}
              maxLength={MAX_KEY}
              className="min-w-24 font-mono"
              onChange={choose(setKey)}
            />
          </span>
        )}
      </div>
      {taken.ok ? (
        <>
          <div className="mt-3 grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-3">
              {taken.calls.map((call) => (
                <Call
                  key={call.path}
                  call={call}
                  isOneOfSeveral={taken.calls.length > 1}
                  onCopy={(one) => void copy(one, tell("code.callCopied"))}
                />
              ))}
            </div>
            <div className="flex min-w-0 flex-col gap-3 text-xs">
              <section aria-label={t("code.markers")}>
                <h3 className="mb-1 font-medium">{t("code.markers")}</h3>
                {taken.judgements.length > 0 ? (
                  <JudgementList name={say(name)} judgements={taken.judgements} onLeave={onClose} />
                ) : (
                  <p className="text-mute">{t("code.noneRefused")}</p>
                )}
              </section>
              {taken.notes.length > 0 && (
                <section aria-label={t("code.notes")}>
                  <h3 className="mb-1 font-medium">{t("code.leftOut")}</h3>
                  <ul className="list-disc space-y-1 pl-4 text-mute">
                    {taken.notes.map(say).map((note) => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                </section>
              )}
            </div>
          </div>
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button look="main" onClick={() => void copy(taken.text, tell("code.requestCopied"))}>
              {t(copied === "yes" ? "code.copied" : "code.copyRequest")}
            </Button>
            <Button onClick={() => saveFile(file, `${taken.text}\n`, "application/json;charset=utf-8")}>
              {t("code.download", { file })}
            </Button>
          </div>
          <p role="status" className="mt-2 text-xs text-warn empty:hidden">
            {copied === "failed" && `${t("code.copyRequestRefused")} `}
            {taken.text.length > MAX_SHOWN && t("code.onlyBeginning")}
          </p>
        </>
      ) : (
        <p className="mt-3 text-bad">{say(taken.reason)}</p>
      )}
    </Dialog>
  );
}

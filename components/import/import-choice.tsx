"use client";
/** The import's first step: paste a text or choose files, and what may be imported. */
import { useId } from "react";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";
import { PASTED, readTransfer } from "./read-transfer";
import { useImport, useImporter } from "./use-importer";

const code = "font-mono text-[11.5px]";

const KINDS = [
  "importing.mayRequest",
  "importing.mayRequests",
  "importing.mayHar",
  "importing.mayTranscript",
  "importing.mayUsage",
  "importing.mayText",
  "importing.mayTrace",
  "importing.mayLayout",
] as const;

/** A line of requests with their times. */
const FORM = `{"at": 12.5, "body": …, "reply": …}`;

const DRAWERS: Drawers = { code: (pieces) => <code className={code}>{pieces}</code> };

export function ImportChoice({ reason }: { reason: Said | null }) {
  const { t, say, rich } = useWords();
  const importer = useImporter();
  const pasted = useImport((state) => state.pasted);
  const field = useId();
  const says = useId();

  return (
    <>
      <p className="mt-2 text-mute">{t("importing.purpose")}</p>
      <label htmlFor={field} className="mt-3 block font-medium">
        {t("importing.textToImport")}
      </label>
      <textarea
        id={field}
        data-focus="choose"
        value={pasted}
        rows={6}
        spellCheck={false}
        aria-describedby={reason === null ? undefined : says}
        onChange={({ target }) => importer.type(target.value)}
        onPaste={(event) => {
          const items = readTransfer(event.clipboardData, PASTED);
          const [only] = items;
          const isAlone = pasted.trim() === "";
          if (!isAlone || items.length === 0) return;
          event.preventDefault();
          if (typeof only?.content === "string") importer.type(only.content);
          void importer.read(items);
        }}
        className="mt-1 w-full rounded border border-line bg-panel px-2 py-1 font-mono text-xs"
      />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          look="main"
          disabled={pasted.trim() === ""}
          onClick={() => void importer.read([{ name: PASTED, content: pasted }])}
        >
          {t("importing.read")}
        </Button>
        <input
          type="file"
          multiple
          aria-label={t("importing.filesToImport")}
          onChange={({ target }) => {
            const items = [...(target.files ?? [])].map((file) => ({ name: file.name, content: file }));
            target.value = "";
            if (items.length > 0) void importer.read(items);
          }}
          className="min-w-0 text-mute file:mr-2 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-panel file:px-2.5 file:py-1 file:text-ink"
        />
      </div>
      {reason !== null && (
        <p id={says} role="alert" className="mt-3 rounded-md bg-bad-wash px-2.5 py-1.5 break-words">
          {say(reason)}
        </p>
      )}
      <h3 className="mt-4 font-medium">{t("importing.whatMayBe")}</h3>
      <ul className="mt-1 list-disc space-y-0.5 pl-5 text-mute">
        {KINDS.map((kind) => (
          <li key={kind}>
            {kind === "importing.mayRequests" ? rich(kind, DRAWERS, { form: FORM }) : rich(kind, DRAWERS)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-mute">{t("importing.anywhere")}</p>
    </>
  );
}

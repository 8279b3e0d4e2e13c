"use client";
/** The import's first step: paste a text or choose files, and what may be imported. */
import { useId } from "react";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { PASTED, readTransfer } from "./read-transfer";
import { useImport, useImporter } from "./use-importer";

const code = "font-mono text-[11.5px]";

const KINDS = [
  <>
    A request body in either dialect, a curl command, or a program in Python or JavaScript that calls an SDK
  </>,
  <>
    Request bodies as JSON Lines or a JSON array; times, in seconds, are read from{" "}
    <code className={code}>{`{"at": 12.5, "body": …, "reply": …}`}</code>
  </>,
  <>A HAR file: the network log of a browser or a proxy</>,
  <>A session transcript of Claude Code or Qwen Code, an opencode export</>,
  <>
    A <code className={code}>usage</code> object, alone, in its response or in a stream of events
  </>,
  <>A layout file, or a link made here</>,
];

export function ImportChoice({ reason }: { reason: Said | null }) {
  const importer = useImporter();
  const pasted = useImport((state) => state.pasted);
  const field = useId();
  const says = useId();

  return (
    <>
      <p className="mt-2 text-mute">
        It is read in this browser and sent nowhere. Keys and other secrets are taken out, and you see what
        was understood before it opens. What is open now can be brought back.
      </p>
      <label htmlFor={field} className="mt-3 block font-medium">
        Text to import
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
          Read
        </Button>
        <input
          type="file"
          multiple
          aria-label="Files to import"
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
          <Sentence said={reason} />
        </p>
      )}
      <h3 className="mt-4 font-medium">What may be imported</h3>
      <ul className="mt-1 list-disc space-y-0.5 pl-5 text-mute">
        {KINDS.map((kind, index) => (
          // The list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>{kind}</li>
        ))}
      </ul>
      <p className="mt-2 text-mute">
        Any of it may also be pasted or dropped anywhere on the page; files several at once, as they are or
        packed with gzip.
      </p>
    </>
  );
}

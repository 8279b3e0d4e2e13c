"use client";
/** The import's last step: what was understood, left out and taken out, and the button that opens it. */
import type { Imported } from "../../lib/import/imported";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { listFigures } from "./describe-import";
import { UsageView } from "./usage-view";
import { useImporter } from "./use-importer";

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="mt-3">
      <h4 className="font-medium">{title}</h4>
      <ul className="mt-0.5 list-disc space-y-0.5 pl-5 break-words text-mute">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ imported }: { imported: Imported }) {
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
      {listFigures(imported).map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-mute">{label}</dt>
          <dd className="font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ImportPreview({ imported }: { imported: Imported }) {
  const importer = useImporter();
  const model = usePlayground((state) => state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const { title, layout, usages, understood, dropped, redacted } = imported;
  return (
    <>
      <h3 data-focus="preview" tabIndex={-1} className="mt-3 break-words outline-none">
        {title}
      </h3>
      <Figures imported={imported} />
      {usages.length > 0 && (
        <div className="mt-3">
          <UsageView usages={usages} model={layout?.model ?? model} region={layout?.region ?? region} />
        </div>
      )}
      <Sentences title="Understood" sentences={understood} />
      <Sentences title="Left out" sentences={dropped} />
      <Sentences title="Taken out for safety" sentences={redacted} />
      <div className="sticky -bottom-5 -mx-5 -mb-5 mt-4 flex flex-wrap items-center gap-3 border-t border-line-soft bg-panel px-5 py-3">
        {layout && (
          <Button look="main" onClick={() => void importer.open()}>
            Open
          </Button>
        )}
        <Button onClick={importer.back}>Back</Button>
        <span className="text-mute">
          {layout
            ? "Takes the place of what is open; that can be brought back."
            : "There is nothing to open."}
        </span>
      </div>
    </>
  );
}

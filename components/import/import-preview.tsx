"use client";
/** The import's last step: what was understood, left out and taken out, and the button that opens it. */
import type { Imported } from "../../lib/import/imported";
import type { Said } from "../../lib/words/message";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { useWords } from "../words/use-words";
import { listFigures } from "./describe-import";
import type { Pending } from "./import-step";
import { UsageView } from "./usage-view";
import { useImporter } from "./use-importer";

function Sentences({ title, sentences }: { title: string; sentences: readonly Said[] }) {
  const { say } = useWords();
  if (sentences.length === 0) return null;
  return (
    <section className="mt-3">
      <h4 className="font-medium">{title}</h4>
      <ul className="mt-0.5 list-disc space-y-0.5 pl-5 break-words text-mute">
        {[...new Set(sentences.map(say))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ imported, requests }: { imported: Imported; requests: number }) {
  const { say, duration } = useWords();
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
      {listFigures(imported, requests).map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-mute">{say({ key: label })}</dt>
          <dd className="font-medium break-words">
            {typeof value === "object" && "seconds" in value ? duration(value.seconds) : say(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the button that opens it will be: how far it is from that. */
function Cleaning({ done, total, removed }: Pending) {
  const { t } = useWords();
  return (
    <div className="min-w-48 flex-1">
      <p className="text-mute">{t("importing.cleaning", { done, total, removed })}</p>
      <ProgressBar label={t("importing.import")} done={done} of={total} className="mt-1 w-full" />
    </div>
  );
}

export function ImportPreview({ imported, pending }: { imported: Imported; pending: Pending | null }) {
  const { t, say } = useWords();
  const importer = useImporter();
  const model = usePlayground((state) => state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const { title, layout, usages, understood, dropped, redacted } = imported;
  return (
    <>
      <h3 data-focus="preview" tabIndex={-1} className="mt-3 break-words outline-none">
        {say(title)}
      </h3>
      <Figures imported={imported} requests={pending?.requests ?? 0} />
      {usages.length > 0 && (
        <div className="mt-3">
          <UsageView usages={usages} model={layout?.model ?? model} region={layout?.region ?? region} />
        </div>
      )}
      <Sentences title={t("importing.understood")} sentences={understood} />
      <Sentences title={t("importing.leftOut")} sentences={dropped} />
      <Sentences title={t("importing.takenOut")} sentences={redacted} />
      <div className="sticky -bottom-5 -mx-5 -mb-5 mt-4 flex flex-wrap items-center gap-3 border-t border-line-soft bg-panel px-5 py-3">
        {pending && <Cleaning {...pending} />}
        {layout && (
          <Button look="main" onClick={() => void importer.open()}>
            {t("importing.open")}
          </Button>
        )}
        <Button onClick={importer.back}>{t(pending ? "importing.cancel" : "importing.back")}</Button>
        {!pending && (
          <span className="text-mute">{t(layout ? "importing.takesPlace" : "importing.nothingToOpen")}</span>
        )}
      </div>
    </>
  );
}

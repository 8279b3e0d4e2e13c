"use client";
/** The import's last step: what was understood, left out and taken out, and the button that opens it. */
import type { Imported } from "../../lib/import/imported";
import type { Said } from "../../lib/words/message";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { listFigures } from "./describe-import";
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

function Figures({ imported }: { imported: Imported }) {
  const { say, duration } = useWords();
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
      {listFigures(imported).map(({ label, value }) => (
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

export function ImportPreview({ imported }: { imported: Imported }) {
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
      <Figures imported={imported} />
      {usages.length > 0 && (
        <div className="mt-3">
          <UsageView usages={usages} model={layout?.model ?? model} region={layout?.region ?? region} />
        </div>
      )}
      <Sentences title={t("importing.understood")} sentences={understood} />
      <Sentences title={t("importing.leftOut")} sentences={dropped} />
      <Sentences title={t("importing.takenOut")} sentences={redacted} />
      <div className="sticky -bottom-5 -mx-5 -mb-5 mt-4 flex flex-wrap items-center gap-3 border-t border-line-soft bg-panel px-5 py-3">
        {layout && (
          <Button look="main" onClick={() => void importer.open()}>
            {t("importing.open")}
          </Button>
        )}
        <Button onClick={importer.back}>{t("importing.back")}</Button>
        <span className="text-mute">{t(layout ? "importing.takesPlace" : "importing.nothingToOpen")}</span>
      </div>
    </>
  );
}

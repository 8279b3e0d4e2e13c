"use client";
/** What an empty document offers: to paste, to open an example, or a template to write over. */
import { DIALECT_NAMES, DIALECTS } from "../../lib/prompt/dialect-names";
import type { Dialect } from "../../lib/prompt/prompt";
import { writeTemplate } from "../../lib/store/example-document";
import { tell } from "../../lib/words/message";
import { openDocuments } from "../first/front-store";
import { pasteFromClipboard } from "../import/paste-from-clipboard";
import { useImporter } from "../import/use-importer";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";

export function EmptyEditor() {
  const importer = useImporter();
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const isEmpty = usePlayground((state) => state.text.trim() === "");
  if (!isEmpty) return null;

  function write(dialect: Dialect): void {
    const { text, settings } = store.getState();
    const template = writeTemplate(dialect, settings.model);
    actions.applyEdits(
      [{ range: { start: 0, end: text.length }, text: template }],
      tell("editor.templateWritten", { dialect: DIALECT_NAMES[dialect] }),
    );
  }

  return (
    <section
      aria-label={t("editor.isEmpty")}
      // A click beside the buttons is one into the editor.
      className="pointer-events-none absolute inset-x-0 top-12 grid gap-3 px-14 [&_button]:pointer-events-auto"
    >
      <p className="text-mute">{t("editor.nothingYet")}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="main" onClick={() => void pasteFromClipboard(importer)}>
          {t("editor.pasteYours")}
        </Button>
        <Button onClick={openDocuments}>{t("editor.openExample")}</Button>
      </div>
      <p className="mt-2 text-mute">{t("editor.templates")}</p>
      <div className="flex flex-wrap gap-2">
        {DIALECTS.map((dialect) => (
          <Button key={dialect} onClick={() => write(dialect)}>
            {t("editor.template", { dialect: DIALECT_NAMES[dialect] })}
          </Button>
        ))}
      </div>
    </section>
  );
}

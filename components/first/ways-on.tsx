"use client";
/** The ways on from a first look: a lesson, how to read the page, a request of one's own, an example. */
import { pasteFromClipboard } from "../import/paste-from-clipboard";
import { useImporter } from "../import/use-importer";
import { rememberWork } from "../learn/way-back";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { closeHelp, openDocuments, openHelp } from "./front-store";

interface WaysOnProps {
  /** Within the help itself there is no way to it. */
  readonly withHelp?: boolean;
}

export function WaysOn({ withHelp = true }: WaysOnProps) {
  const { t } = useWords();
  const importer = useImporter();
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <a
        href="/learn"
        onClick={rememberWork}
        className="inline-flex min-h-6 items-center font-medium text-accent hover:underline"
      >
        {t("first.learn")}
      </a>
      {withHelp && (
        <Button look="link" onClick={() => openHelp("map")}>
          {t("first.howToRead")}
        </Button>
      )}
      <Button
        look="link"
        hint={t("first.pasteHint")}
        onClick={() => {
          closeHelp();
          void pasteFromClipboard(importer);
        }}
      >
        {t("first.paste")}
      </Button>
      <Button
        look="link"
        onClick={() => {
          closeHelp();
          openDocuments();
        }}
      >
        {t("first.openExample")}
      </Button>
    </span>
  );
}

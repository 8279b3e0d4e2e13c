"use client";
/** Opens the import dialog from the header, where the dialog and what the page takes by paste and drop live too. */
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { DropZone } from "./drop-zone";
import { ImportDialog } from "./import-dialog";
import { useImporter } from "./use-importer";
import { usePagePaste } from "./use-page-paste";

export function ImportButton() {
  const { t } = useWords();
  const importer = useImporter();
  usePagePaste(importer);
  return (
    <>
      <Button hint={t("importing.importHint")} onClick={importer.show}>
        {t("importing.import")}
      </Button>
      <ImportDialog />
      <DropZone />
    </>
  );
}

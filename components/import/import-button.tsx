"use client";
/** Opens the import dialog from the header, where the dialog and what the page takes by paste and drop live too. */
import { Button } from "../ui/button";
import { DropZone } from "./drop-zone";
import { ImportDialog } from "./import-dialog";
import { useImporter } from "./use-importer";
import { usePagePaste } from "./use-page-paste";

export function ImportButton() {
  const importer = useImporter();
  usePagePaste(importer);
  return (
    <>
      <Button
        hint="A request, a recorded session or a layout; or paste or drop it anywhere"
        onClick={importer.show}
      >
        Import
      </Button>
      <ImportDialog />
      <DropZone />
    </>
  );
}

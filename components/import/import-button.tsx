"use client";
/** Opens the import dialog from the header, where the dialog and the page's drop zone live too. */
import { Button } from "../ui/button";
import { DropZone } from "./drop-zone";
import { ImportDialog } from "./import-dialog";
import { useImporter } from "./use-importer";

export function ImportButton() {
  const importer = useImporter();
  return (
    <>
      <Button
        hint="A request, a recorded session or a layout; or drop a file anywhere"
        onClick={importer.show}
      >
        Import
      </Button>
      <ImportDialog />
      <DropZone />
    </>
  );
}

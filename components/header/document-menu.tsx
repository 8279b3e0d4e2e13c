"use client";
/** The document in the header, always as wide: its name, and all there is to open in its place. */
import { useEffect } from "react";
import { closeDocuments, openDocuments, useFront } from "../first/front-store";
import { useKeeperState } from "../layouts/layouts-context";
import { LayoutsView } from "../layouts/layouts-view";
import { useDocumentName } from "../layouts/use-document-name";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const TITLE = "Prompt Cache Playground";

export function DocumentMenu() {
  const { name, isEdited } = useDocumentName();
  const { id } = useKeeperState();
  const isOpen = useFront((state) => state.areDocumentsOpen);
  const label = isEdited ? `${name} · edited` : name;

  useEffect(() => {
    document.title = id === null ? TITLE : `${name} · ${TITLE}`;
  }, [name, id]);

  return (
    <>
      <Button
        className="w-60 max-w-full max-sm:w-full"
        aria-haspopup="dialog"
        aria-label={`Document: ${label}`}
        hint={label}
        onClick={openDocuments}
      >
        <span className="min-w-0 truncate font-medium">{name}</span>
        {isEdited && <span className="shrink-0 text-mute">· edited</span>}
        <span aria-hidden className="ml-auto">
          ▾
        </span>
      </Button>
      <Dialog open={isOpen} onClose={closeDocuments} title="Documents">
        <LayoutsView onDone={closeDocuments} />
      </Dialog>
    </>
  );
}

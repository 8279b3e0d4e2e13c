"use client";
/** The document in the header, always as wide: its name, and all there is to open in its place. */
import { useEffect, useRef, useState } from "react";
import { useKeeperState } from "../layouts/layouts-context";
import { LayoutsView } from "../layouts/layouts-view";
import { useDocumentName } from "../layouts/use-document-name";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const TITLE = "Prompt Cache Playground";

export function DocumentMenu() {
  const { name, isEdited } = useDocumentName();
  const { id } = useKeeperState();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Counts the openings: each shows the list anew. */
  const [opening, setOpening] = useState(0);
  const label = isEdited ? `${name} · edited` : name;

  useEffect(() => {
    document.title = id === null ? TITLE : `${name} · ${TITLE}`;
  }, [name, id]);

  return (
    <>
      <Button
        className="w-60 max-w-full max-sm:-order-2"
        aria-haspopup="dialog"
        aria-label={`Document: ${label}`}
        title={label}
        onClick={() => {
          setOpening((count) => count + 1);
          dialog.current?.showModal();
        }}
      >
        <span className="min-w-0 truncate font-medium">{name}</span>
        {isEdited && <span className="shrink-0 text-mute">· edited</span>}
        <span aria-hidden className="ml-auto">
          ▾
        </span>
      </Button>
      <Dialog dialog={dialog} title="Documents">
        {opening > 0 && <LayoutsView key={opening} onDone={() => dialog.current?.close()} />}
      </Dialog>
    </>
  );
}

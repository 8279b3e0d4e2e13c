"use client";
/** The document in the header, always as wide: its name, and all there is to open in its place. */
import { useEffect } from "react";
import { closeDocuments, openDocuments, useFront } from "../first/front-store";
import { useKeeperState } from "../layouts/layouts-context";
import { useDocumentName } from "../layouts/use-document-name";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { later } from "../ui/later";
import { useWords } from "../words/use-words";

const LayoutsView = later(async () => (await import("../layouts/layouts-view")).LayoutsView);

const TITLE = "Prompt Cache Playground";

export function DocumentMenu() {
  const { name, isEdited } = useDocumentName();
  const { id } = useKeeperState();
  const isOpen = useFront((state) => state.areDocumentsOpen);
  const { t } = useWords();
  const label = isEdited ? t("header.nameEdited", { name }) : name;

  useEffect(() => {
    document.title = id === null ? TITLE : `${name} · ${TITLE}`;
  }, [name, id]);

  return (
    <>
      <Button
        className="w-60 max-w-full max-sm:w-full"
        aria-haspopup="dialog"
        aria-label={t("header.document", { name: label })}
        hint={label}
        onClick={openDocuments}
      >
        <span className="min-w-0 truncate font-medium">{name}</span>
        {isEdited && <span className="shrink-0 text-mute">{t("header.isEdited")}</span>}
        <span aria-hidden className="ml-auto">
          ▾
        </span>
      </Button>
      <Dialog open={isOpen} onClose={closeDocuments} title={t("header.documents")}>
        <LayoutsView onDone={closeDocuments} />
      </Dialog>
    </>
  );
}

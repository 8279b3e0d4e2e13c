"use client";
/** What the open document is called: its layout's name, or the example's; "edited" is said once. */
import { isEditedCopy } from "../../lib/store/layout-of";
import { EDITED, nameDocument } from "../../lib/store/name-document";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import { useKeeperState } from "./layouts-context";

export interface DocumentName {
  readonly name: string;
  /** As it is kept, whatever the reader's language. */
  readonly plain: string;
  readonly isEdited: boolean;
}

export function useDocumentName(): DocumentName {
  const { name: called, id } = useKeeperState();
  const documentName = usePlayground((state) => state.documentName);
  // Where nothing is kept a document has the name that it was opened with.
  const kept = called === "" ? (documentName ?? "") : called;
  const presetId = usePlayground((state) => state.presetId);
  const edited = usePlayground((state) => state.edited);
  const isCopy = usePlayground(isEditedCopy);
  const plain = kept.endsWith(EDITED) ? kept.slice(0, -EDITED.length) : kept;
  const name = useWords().say(nameDocument(plain));
  // An example whose edits were taken back is the example again, though a layout of that name is kept.
  if (presetId !== null && !edited) return { name, plain, isEdited: false };
  return { name, plain, isEdited: plain !== kept || (id === null && isCopy) };
}

"use client";
/** What the open document is called: its layout's name, or the example's; "edited" is said once. */
import { isEditedCopy } from "../../lib/store/layout-of";
import { usePlayground } from "../playground-context";
import { EDITED } from "./layout-keeper";
import { useKeeperState } from "./layouts-context";

export interface DocumentName {
  readonly name: string;
  readonly isEdited: boolean;
}

export function useDocumentName(): DocumentName {
  const { name: kept, id } = useKeeperState();
  const presetId = usePlayground((state) => state.presetId);
  const edited = usePlayground((state) => state.edited);
  const isCopy = usePlayground(isEditedCopy);
  const name = kept.endsWith(EDITED) ? kept.slice(0, -EDITED.length) : kept;
  // An example whose edits were taken back is the example again, though a layout of that name is kept.
  if (presetId !== null && !edited) return { name, isEdited: false };
  return { name, isEdited: name !== kept || (id === null && isCopy) };
}

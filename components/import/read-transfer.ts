/** What a paste or a drop brings, as items of an import. */
import type { ImportItem } from "../../lib/import/import-job";
import { type Said, tell } from "../../lib/words/message";

/** How a pasted text is called in sentences about it. */
export const PASTED = tell("importing.pastedText");

/**
 * Files where there are some, else the text; a link is dragged as its address. Empty where there is neither.
 * @param name of the text
 */
export function readTransfer(data: DataTransfer | null, name: Said): readonly ImportItem[] {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return files.map((file) => ({ name: file.name, content: file }));
  const text = data?.getData("text/plain") ?? "";
  return text.trim() === "" ? [] : [{ name, content: text }];
}

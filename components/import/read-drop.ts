/** What a drag over the page carries, as items of an import. */
import type { ImportItem } from "../../lib/import/import-job";

/** Fields take text by themselves; the editor's hidden field does not, it refuses drops. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea") !== null &&
  target.closest(".monaco-editor") === null;

const isFileField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === "file";

/** Whether the page takes what is dragged here; fields keep what is theirs. */
export function dragsImport({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes("Files")) return !isFileField(target);
  return types.includes("text/plain") && !takesText(target);
}

/** Files where there are some, else the text; a link is dragged as its address. */
export function readDrop(data: DataTransfer | null): readonly ImportItem[] {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return files.map((file) => ({ name: file.name, content: file }));
  const text = data?.getData("text/plain") ?? "";
  return text.trim() === "" ? [] : [{ name: "The dropped text", content: text }];
}

/** The button's way to paste: reads the clipboard where the browser allows it, else shows where to paste. */
import type { Importer } from "./importer";
import { PASTED } from "./read-transfer";

/** Must be called by a click: browsers ask the user, or refuse. */
export async function pasteFromClipboard(importer: Importer): Promise<void> {
  let text = "";
  try {
    text = await navigator.clipboard.readText();
  } catch {
    // Refused, or only there on https: the field takes it.
  }
  if (text.trim() === "") importer.show();
  else await importer.take([{ name: PASTED, content: text }]);
}

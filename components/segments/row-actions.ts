/** What can be done with a row of the prefix panel, beside its markers. */

/** `up` and `down` move by one place. */
export type RowAction = "add" | "duplicate" | "up" | "down" | "remove";

/** What is being dragged, and from where; a dragged marker never counts as a dragged message. */
export interface Dragged {
  readonly kind: "marker" | "message" | "tool";
  /** Of the marker, the message or the tool. */
  readonly pointer: string;
  /** Key of the row that holds it. */
  readonly row: string;
}

interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The action a key asks for on a row; null for every other key. Single letters count only while a row has the focus. */
export function actionOfKey({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyPress): RowAction | null {
  if (ctrlKey || metaKey) return null;
  if (altKey) {
    if (!shiftKey) return null;
    return key === "ArrowUp" ? "up" : key === "ArrowDown" ? "down" : null;
  }
  if (key === "Delete") return "remove";
  const letter = key.toLowerCase();
  return letter === "a" ? "add" : letter === "d" ? "duplicate" : null;
}

/** The role a message has most likely behind one of `role`. */
export function roleAfter(role: string): "user" | "assistant" {
  return role === "user" || role === "tool" ? "assistant" : "user";
}

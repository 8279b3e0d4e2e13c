"use client";
/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y wherever the focus is; a field in which something was typed keeps its own. */
import { useEffect } from "react";
import type { PlaygroundActions } from "../../lib/store/playground-state";

function readKey({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent): "undo" | "redo" | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return ctrlKey && !shiftKey ? "redo" : null;
    default:
      return null;
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Inputs without a text have nothing to undo. */
const WITHOUT_TEXT = ["button", "checkbox", "color", "file", "radio", "range", "reset", "submit"];

/** A field with an undo of its own. Monaco's is not: its text is the document, which the page takes back. */
function readField(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement)
    return target.matches(".inputarea, .ime-text-area") ? null : target;
  return target instanceof HTMLInputElement && !WITHOUT_TEXT.includes(target.type) ? target : null;
}

export function useUndoKeys(actions: Pick<PlaygroundActions, "undo" | "redo">): void {
  useEffect(() => {
    /** As it was when the focus came. */
    let entered: { readonly field: Field; readonly value: string } | null = null;

    function enter({ target }: FocusEvent): void {
      const field = readField(target);
      entered = field && { field, value: field.value };
    }
    function press(event: KeyboardEvent): void {
      const asked = readKey(event);
      if (!asked || event.isComposing) return;
      const field = readField(event.target);
      const isTyped = field !== null && (entered?.field !== field || entered.value !== field.value);
      if (isTyped) return;
      event.preventDefault();
      event.stopPropagation();
      actions[asked]();
    }
    document.addEventListener("focusin", enter);
    // Before Monaco, whose own undo would know nothing of markers, turns and options.
    window.addEventListener("keydown", press, { capture: true });
    return () => {
      document.removeEventListener("focusin", enter);
      window.removeEventListener("keydown", press, { capture: true });
    };
  }, [actions]);
}

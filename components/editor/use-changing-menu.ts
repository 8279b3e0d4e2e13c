"use client";
/** Opens the menu of a text that changes: by a click on its chip, by the keyboard, or for whatever words are selected. */
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { tell } from "../../lib/words/message";
import type { ChangingTarget } from "../changing/changing-menu";
import { usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { CHIP_HINT, findChip, readWords } from "./changing-chips";
import { type CodeEditor, monaco } from "./monaco";

/** True while the cursor is on a chip. */
const ON_CHIP = "playgroundOnChangingText";
/** What a layout keeps of words that are set by hand. */
const LONGEST_WORDS = 4_000;

export interface ChangingMenuState {
  readonly target: ChangingTarget | null;
  close(): void;
}

/** The stretch of the screen where a position of the text is shown. */
function anchorAt(editor: CodeEditor, position: monaco.IPosition): DOMRect {
  const box = editor.getDomNode()?.getBoundingClientRect() ?? new DOMRect();
  const place = editor.getScrolledVisiblePosition(position);
  return new DOMRect(box.left + (place?.left ?? 0), box.top + (place?.top ?? 0), 1, place?.height ?? 0);
}

export function useChangingMenu(editor: CodeEditor | null, canEdit: boolean): ChangingMenuState {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const [target, setTarget] = useState<ChangingTarget | null>(null);

  /** The chip at a position; null while the analysis is of another text. */
  const chipAt = useEffectEvent((position: monaco.IPosition | null) => {
    const model = editor?.getModel();
    const { good, analysedText } = store.getState();
    if (!model || !position || !good || analysedText !== model.getValue()) return null;
    return findChip(good.timeline.changing, model.getOffsetAt(position));
  });

  const openAt = useEffectEvent((position: monaco.IPosition | null) => {
    const chip = chipAt(position);
    const model = editor?.getModel();
    if (!editor || !model || !chip) return;
    const anchor = anchorAt(editor, model.getPositionAt(chip.range.start));
    setTarget({ words: chip.words, start: chip.range.start, anchor });
  });

  const openSelected = useEffectEvent(() => {
    const model = editor?.getModel();
    const selection = editor?.getSelection();
    if (!editor || !model || !selection) return;
    const words = readWords(model.getValueInRange(selection));
    if (words === null || words.length > LONGEST_WORDS) {
      actions.warn(tell("editor.selectWords", { most: LONGEST_WORDS }));
      return;
    }
    const start = model.getOffsetAt(selection.getStartPosition());
    setTarget({ words, start, anchor: anchorAt(editor, selection.getStartPosition()) });
  });

  useEffect(() => {
    if (!editor || !canEdit) return;
    const onChip = editor.createContextKey<boolean>(ON_CHIP, false);
    const keybindings = [monaco.KeyMod.Alt | monaco.KeyCode.Enter];
    const contextMenuGroupId = "1_changing";
    // When the button is released the editor has captured the pointer, and no longer tells what lies under it.
    let pressed: monaco.IPosition | null = null;
    const listening = [
      editor.onDidChangeCursorPosition(({ position }) => onChip.set(chipAt(position) !== null)),
      editor.onMouseDown(({ target: { element, position } }) => {
        pressed = element?.classList.contains(CHIP_HINT) ? position : null;
      }),
      editor.onMouseUp(() => {
        const position = pressed;
        pressed = null;
        // The same release of the button would close a menu that is open already.
        if (position) setTimeout(() => openAt(position), 0);
      }),
      editor.addAction({
        id: "playground.changing-text",
        label: t("editor.howTextChanges"),
        keybindings,
        contextMenuGroupId,
        precondition: `${ON_CHIP} && !editorHasSelection`,
        run: () => openAt(editor.getPosition()),
      }),
      editor.addAction({
        id: "playground.changing-selection",
        label: t("editor.textChanges"),
        keybindings,
        contextMenuGroupId,
        precondition: "editorHasSelection",
        run: () => openSelected(),
      }),
    ];
    return () => {
      for (const each of listening) each.dispose();
      onChip.reset();
    };
  }, [editor, canEdit, t]);

  const close = useCallback(() => {
    setTarget(null);
    editor?.focus();
  }, [editor]);
  return { target, close };
}

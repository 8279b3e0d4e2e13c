/** Every key the page listens to, in the words of its help. */
import type { MessageKey } from "../../lib/words/message";

interface KeyGroup {
  readonly title: MessageKey;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[];
}

/** On a Mac, Ctrl is ⌘ in the editor. */
export const KEY_MAP = [
  {
    title: "header.keysEditor",
    keys: [
      { keys: ["Ctrl", "."], does: "header.keyFixes" },
      { keys: ["Alt", "Enter"], does: "header.keyChanging" },
      { keys: ["F8"], does: "header.keyNextProblem" },
      { keys: ["Ctrl", "Space"], does: "header.keySuggest" },
      { keys: ["Shift", "Alt", "F"], does: "header.keyFormat" },
      { keys: ["Ctrl", "M"], does: "header.keyTab" },
      { keys: ["F1"], does: "header.keyCommands" },
    ],
  },
  {
    title: "header.keysMap",
    keys: [
      { keys: ["↑ ↓"], does: "header.keySelect" },
      { keys: ["Enter"], does: "header.keyMessages" },
      { keys: ["M"], does: "header.keyMarkers" },
      { keys: ["+ −"], does: "header.keyZoom" },
      { keys: ["Shift", "← →"], does: "header.keyAlong" },
      { keys: ["Alt", "← →"], does: "header.keyTime" },
      { keys: ["← →"], does: "header.keyCarry" },
      { keys: ["Enter"], does: "header.keyDrop" },
      { keys: ["↑ ↓"], does: "header.keyWait" },
      { keys: ["Enter"], does: "header.keyMoveBehind" },
    ],
  },
  {
    title: "header.keysMessages",
    keys: [
      { keys: ["M"], does: "header.keyMark" },
      { keys: ["Enter"], does: "header.keyShow" },
      { keys: ["Alt", "↑ ↓"], does: "header.keyMarkerByOne" },
      { keys: ["Delete"], does: "header.keyRemove" },
      { keys: ["A"], does: "header.keyAdd" },
      { keys: ["D"], does: "header.keyDuplicate" },
      { keys: ["Alt", "Shift", "↑ ↓"], does: "header.keyMoveMessage" },
    ],
  },
  {
    title: "header.keysTimeline",
    keys: [
      { keys: ["Enter"], does: "header.keySelectFocused" },
      { keys: ["Alt", "← →"], does: "header.keyTime" },
    ],
  },
  {
    title: "header.keysEverywhere",
    keys: [
      { keys: ["Ctrl", "Z"], does: "header.keyUndo" },
      { keys: ["Ctrl", "Shift", "Z"], does: "header.keyRedo" },
      { keys: ["Ctrl", "V"], does: "header.keyPaste" },
      { keys: ["?"], does: "header.keyHelp" },
      { keys: ["← →"], does: "header.keyNextTab" },
      { keys: ["Esc"], does: "header.keyClose" },
    ],
  },
] as const satisfies readonly KeyGroup[];

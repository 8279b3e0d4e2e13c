/** Every key the page listens to, in the words of its help. */

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/** On a Mac, Ctrl is ⌘ in the editor. */
export const KEY_MAP: readonly KeyGroup[] = [
  {
    title: "Request (editor)",
    keys: [
      { keys: ["Ctrl", "."], does: "Fixes for the problem at the cursor" },
      { keys: ["Alt", "Enter"], does: "How the text at the cursor, or the selected one, changes" },
      { keys: ["F8"], does: "Next problem; with Shift the one before" },
      { keys: ["Ctrl", "Space"], does: "Suggest fields, values and snippets" },
      { keys: ["Shift", "Alt", "F"], does: "Format" },
      { keys: ["Ctrl", "M"], does: "Let Tab move the focus out of the editor" },
      { keys: ["F1"], does: "All commands of the editor" },
    ],
  },
  {
    title: "Map",
    keys: [
      { keys: ["↑ ↓"], does: "Select the request before or after; Home and End the first and the last" },
      { keys: ["Enter"], does: "List the messages of the request, or close the list; → and ← too" },
      { keys: ["M"], does: "Go to the markers of the request; ↑ ↓ from marker to marker" },
      { keys: ["+ −"], does: "Zoom the axis in and out; 0 shows all of it" },
      { keys: ["Shift", "← →"], does: "Move along the zoomed axis" },
      { keys: ["Alt", "← →"], does: "Send it 10 s earlier or later; with Shift 60 s" },
      { keys: ["← →"], does: "Carry the focused marker to another message, with what it would cost there" },
      { keys: ["Enter"], does: "Drop the marker that is carried; Esc leaves it where it was" },
      { keys: ["↑ ↓"], does: "Change the focused wait; Enter to type it" },
      { keys: ["Enter"], does: "Move the focused text that changes behind the last marker" },
    ],
  },
  {
    title: "Messages of a request",
    keys: [
      { keys: ["M"], does: "Place a marker on the message, or remove it" },
      { keys: ["Enter"], does: "Show the message in the editor" },
      { keys: ["Alt", "↑ ↓"], does: "Move the focused marker by one message" },
      { keys: ["Delete"], does: "Remove the focused marker, or the focused message" },
      { keys: ["A"], does: "Add a message after the focused one" },
      { keys: ["D"], does: "Duplicate the focused message" },
      { keys: ["Alt", "Shift", "↑ ↓"], does: "Move the focused message" },
    ],
  },
  {
    title: "Over time",
    keys: [
      { keys: ["Enter"], does: "Select the focused request" },
      { keys: ["Alt", "← →"], does: "Send it 10 s earlier or later; with Shift 60 s" },
    ],
  },
  {
    title: "Everywhere",
    keys: [
      { keys: ["Ctrl", "Z"], does: "Take back the last change, of whatever" },
      { keys: ["Ctrl", "Shift", "Z"], does: "Do it again; Ctrl+Y too" },
      { keys: ["Ctrl", "V"], does: "Open what is in the clipboard: a request, curl, a log, usage, a link" },
      { keys: ["?"], does: "This help" },
      { keys: ["← →"], does: "Next tab, where a tab has the focus" },
      { keys: ["Esc"], does: "Close what is open" },
    ],
  },
];

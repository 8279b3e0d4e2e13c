/** What can change in a conversation between two requests, as data. */

export type PlayEvent =
  /** Puts a line at the start or end of the system text, in place of the line such an event put there before. */
  | { readonly kind: "edit-system"; readonly text: string; readonly at: "start" | "end" }
  /** A line with the time of the request opens the system text of every request from here on. */
  | { readonly kind: "clock" }
  | { readonly kind: "shuffle-tools"; readonly seed: number }
  /** `definition`: the tool as JSON text; a plain one without parameters where none is given. */
  | { readonly kind: "add-tool"; readonly name: string; readonly definition?: string }
  /** The last tool where no name is given. */
  | { readonly kind: "remove-tool"; readonly name?: string }
  /** The same tools, each object's fields in reverse order. */
  | { readonly kind: "reorder-tool-keys" }
  /** Replaces the longest text before the last question; the same text with another first line where none is given. */
  | { readonly kind: "switch-knowledge"; readonly text?: string }
  /** The history becomes a summary. */
  | { readonly kind: "compact"; readonly summary: string }
  /** Every tool result but those of the newest `keep` messages that hold any is left out, with a word that it is. */
  | { readonly kind: "drop-results"; readonly keep: number }
  | { readonly kind: "switch-model"; readonly model: string };

export type PlayEventKind = PlayEvent["kind"];

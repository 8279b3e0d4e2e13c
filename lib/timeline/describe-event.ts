/** Says what an event does, in a few words and in a sentence. */
import type { PlayEvent } from "./play-event";

const quote = (text: string): string => {
  const line = text.trim().replace(/\s+/g, " ");
  return `"${line.length > 40 ? `${line.slice(0, 39)}…` : line}"`;
};

/** A few words, e.g. `tools shuffled`. */
export function labelEvent(event: PlayEvent): string {
  switch (event.kind) {
    case "edit-system":
      return `system text edited at its ${event.at}`;
    case "clock":
      return "clock in the system text";
    case "shuffle-tools":
      return "tools shuffled";
    case "add-tool":
      return `tool ${event.name} added`;
    case "remove-tool":
      return event.name === undefined ? "last tool removed" : `tool ${event.name} removed`;
    case "reorder-tool-keys":
      return "fields of the tools reordered";
    case "switch-knowledge":
      return "knowledge switched";
    case "compact":
      return "history compacted";
    case "drop-results":
      return "old tool results left out";
    case "switch-model":
      return `model switched to ${event.model}`;
  }
}

/** One sentence. */
export function describeEvent(event: PlayEvent): string {
  switch (event.kind) {
    case "edit-system":
      return `The line ${quote(event.text)} stands at the ${event.at} of the system text.`;
    case "clock":
      return "From here on the system text begins with the time of the request.";
    case "shuffle-tools":
      return "The tools are sent in another order.";
    case "add-tool":
      return `The tool ${event.name} is added at the end.`;
    case "remove-tool":
      return event.name === undefined ? "The last tool is removed." : `The tool ${event.name} is removed.`;
    case "reorder-tool-keys":
      return "The tools stay the same, but their fields are written in reverse order.";
    case "switch-knowledge":
      return event.text === undefined
        ? "The longest text before the question gets another first line."
        : `The longest text before the question becomes ${quote(event.text)}.`;
    case "compact":
      return `The history is replaced by the summary ${quote(event.summary)}.`;
    case "drop-results":
      return `All tool results but the newest ${event.keep} are left out.`;
    case "switch-model":
      return `The request goes to ${event.model}.`;
  }
}

/** Says what an event does, in a few words and in a sentence. */
import { type Message, tell } from "../words/message";
import type { PlayEvent } from "./play-event";

const shorten = (text: string): string => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};

/** A few words, e.g. `tools shuffled`. */
export function labelEvent(event: PlayEvent): Message {
  switch (event.kind) {
    case "edit-system":
      return tell(event.at === "end" ? "turns.systemEndEdited" : "turns.systemStartEdited");
    case "clock":
      return tell("turns.clock");
    case "shuffle-tools":
      return tell("turns.toolsShuffled");
    case "add-tool":
      return tell("turns.toolAdded", { name: event.name });
    case "remove-tool":
      return event.name === undefined
        ? tell("turns.lastToolRemoved")
        : tell("turns.toolRemoved", { name: event.name });
    case "reorder-tool-keys":
      return tell("turns.fieldsReordered");
    case "switch-knowledge":
      return tell("turns.knowledgeSwitched");
    case "compact":
      return tell("turns.compacted");
    case "drop-results":
      return tell("turns.resultsLeftOut");
    case "switch-model":
      return tell("turns.modelSwitched", { model: event.model });
  }
}

/** One sentence. */
export function describeEvent(event: PlayEvent): Message {
  switch (event.kind) {
    case "edit-system":
      return tell(event.at === "end" ? "turns.systemEndEditedSays" : "turns.systemStartEditedSays", {
        text: shorten(event.text),
      });
    case "clock":
      return tell("turns.clockSays");
    case "shuffle-tools":
      return tell("turns.toolsShuffledSays");
    case "add-tool":
      return tell("turns.toolAddedSays", { name: event.name });
    case "remove-tool":
      return event.name === undefined
        ? tell("turns.lastToolRemovedSays")
        : tell("turns.toolRemovedSays", { name: event.name });
    case "reorder-tool-keys":
      return tell("turns.fieldsReorderedSays");
    case "switch-knowledge":
      return event.text === undefined
        ? tell("turns.knowledgeRewrittenSays")
        : tell("turns.knowledgeSwitchedSays", { text: shorten(event.text) });
    case "compact":
      return tell("turns.compactedSays", { summary: shorten(event.summary) });
    case "drop-results":
      return tell("turns.resultsLeftOutSays", { keep: event.keep });
    case "switch-model":
      return tell("turns.modelSwitchedSays", { model: event.model });
  }
}

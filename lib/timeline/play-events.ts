/** Applies events to a conversation, each before the request of its turn. */
import { type Said, tell } from "../words/message";
import { addTool, removeTool, reorderToolKeys, shuffleTools } from "./change-tools";
import { type Conversation, isSystem, spliceMessages } from "./conversation";
import { dropResults } from "./drop-results";
import type { PlayEvent } from "./play-event";
import { switchKnowledge } from "./switch-knowledge";
import { ensureSystem } from "./system-lines";
import { writeText } from "./write-message";

const ACKNOWLEDGEMENT = "Understood. I go on from this summary.";

/** A conversation after an event; `problem` says in one sentence why nothing has changed. */
export interface Applied {
  readonly conversation: Conversation;
  readonly problem: Said | null;
}

const refuse = (conversation: Conversation, problem: Said): Applied => ({ conversation, problem });

/** The history becomes a summary; `keepsQuestion` leaves the last question behind it. */
function compact(conversation: Conversation, summary: string, keepsQuestion: boolean): Conversation {
  const { prompt, question } = conversation;
  const first = prompt.messages.findIndex((message) => !isSystem(message));
  const from = first < 0 ? prompt.messages.length : first;
  const to = keepsQuestion ? Math.max(from, question) : prompt.messages.length;
  // What came after the question goes too: results of tools without their calls are no request.
  const end = keepsQuestion ? question + 1 : to;
  const cut = { ...prompt, messages: prompt.messages.slice(0, end) };
  const compacted = spliceMessages(cut, from, to, [
    (pointer) => writeText(pointer, "user", summary, null),
    (pointer) => writeText(pointer, "assistant", ACKNOWLEDGEMENT, null),
  ]);
  return { ...conversation, prompt: compacted, question: compacted.messages.length - 1 };
}

/**
 * Applies one event. What is left as it is stays the same object.
 * @param keepsQuestion whether the turn asks the last question again instead of adding one
 */
export function applyEvent(conversation: Conversation, event: PlayEvent, keepsQuestion: boolean): Applied {
  const { prompt, lines } = conversation;
  const done = (changes: Partial<Conversation>): Applied => ({
    conversation: { ...conversation, ...changes },
    problem: null,
  });
  switch (event.kind) {
    case "edit-system": {
      const opened = ensureSystem(conversation);
      return {
        conversation: { ...opened, lines: { ...lines, [event.at]: event.text } },
        problem: null,
      };
    }
    case "clock":
      return {
        conversation: { ...ensureSystem(conversation), lines: { ...lines, clock: true } },
        problem: null,
      };
    case "shuffle-tools":
      return prompt.tools.length < 2
        ? refuse(conversation, tell("turns.nothingToShuffle"))
        : done({ prompt: shuffleTools(prompt, event.seed) });
    case "add-tool":
      return done({ prompt: addTool(prompt, event.name, event.definition) });
    case "remove-tool": {
      const without = removeTool(prompt, event.name);
      if (without) return done({ prompt: without });
      return refuse(
        conversation,
        event.name === undefined
          ? tell("turns.noToolToRemove")
          : tell("turns.noSuchTool", { name: event.name }),
      );
    }
    case "reorder-tool-keys":
      return prompt.tools.length === 0
        ? refuse(conversation, tell("turns.noFields"))
        : done({ prompt: reorderToolKeys(prompt) });
    case "switch-knowledge": {
      const switched = switchKnowledge(conversation, event.text);
      return switched
        ? { conversation: switched, problem: null }
        : refuse(conversation, tell("turns.noKnowledge"));
    }
    case "compact":
      return { conversation: compact(conversation, event.summary, keepsQuestion), problem: null };
    case "drop-results": {
      const dropped = dropResults(prompt, event.keep);
      return dropped === prompt
        ? refuse(conversation, tell("turns.noOldResults"))
        : done({ prompt: dropped });
    }
    case "switch-model":
      return done({ prompt: { ...prompt, model: event.model } });
  }
}

/** The edits of a turn: the next question, and a round of tools. */

import { isApart, itemsOf } from "../prompt/message-place";
import { type Conversation, dropLastMarker, pointerBehind, replaceTail } from "./conversation";
import {
  type Answer,
  type AnsweredCall,
  writeAnswer,
  writeCalls,
  writeResults,
  writeText,
} from "./write-message";

/** The answer to the request before and a new question; the rolling marker moves on to it. */
export function appendQuestion(conversation: Conversation, answer: Answer, question: string): Conversation {
  const { rolling } = conversation;
  const prompt = rolling ? dropLastMarker(conversation.prompt) : conversation.prompt;
  const count = prompt.messages.length;
  const answers =
    prompt.messages.at(-1)?.role === "assistant"
      ? []
      : [writeAnswer(pointerBehind(prompt, count), prompt.dialect, answer)];
  const items = answers.reduce((sum, message) => sum + itemsOf(message), 0);
  const pointer = pointerBehind(prompt, count, items);
  const next = replaceTail(prompt, count, [...answers, writeText(pointer, "user", question, rolling)]);
  return { ...conversation, prompt: next, question: next.messages.length - 1 };
}

/** Another question in the place of the last one; what followed it is gone. */
export function replaceQuestion(conversation: Conversation, question: string): Conversation {
  const { prompt, rolling } = conversation;
  const at = conversation.question;
  const written = prompt.messages[at]?.pointer;
  // A text apart stands outside the messages, so a question cannot take its place.
  const pointer = written === undefined || isApart(written) ? pointerBehind(prompt, at) : written;
  const next = replaceTail(prompt, at, [writeText(pointer, "user", question, rolling)]);
  return { ...conversation, prompt: next };
}

/** The model's calls and the results of the tools; the rolling marker moves on to the last result. */
export function appendRound(
  conversation: Conversation,
  calls: readonly AnsweredCall[],
  thinking: string,
): Conversation {
  const { rolling } = conversation;
  const prompt = rolling ? dropLastMarker(conversation.prompt) : conversation.prompt;
  const count = prompt.messages.length;
  const { dialect } = prompt;
  const made = writeCalls(pointerBehind(prompt, count), dialect, calls, thinking);
  const results = writeResults(
    (offset) => pointerBehind(prompt, count, itemsOf(made) + offset),
    dialect,
    calls,
    rolling,
  );
  return { ...conversation, prompt: replaceTail(prompt, count, [made, ...results]) };
}

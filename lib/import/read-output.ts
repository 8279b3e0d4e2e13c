/** Reads what a terminal shows below a command: an answer as JSON or events, with headers and notes around it. */
import { isObject } from "../values/json";
import { findValues } from "./find-values";
import { type ReadAnswer, readAnswer } from "./read-answer";

const isAnswer = (value: unknown): boolean =>
  isObject(value) &&
  ["choices", "content", "candidates", "output", "usage", "error"].some((name) => name in value);

/** Null where there is no answer in it, or it is an error. */
export function readOutput(text: string): ReadAnswer | null {
  const events = /^(?:event|data|id):/m.exec(text);
  if (events) {
    const answer = readAnswer(text.slice(events.index));
    return answer.usage || answer.reply !== "" ? answer : null;
  }
  const [found] = findValues(text, isAnswer);
  const answer = found && !(isObject(found.value) && "error" in found.value) ? readAnswer(found.value) : null;
  return answer && (answer.usage || answer.reply !== "") ? answer : null;
}

/** Writes an answer of the HTTP API as JSON, every message in it put into words. */
import type { Words } from "../words/create-words";
import { en } from "../words/en";
import { isMessage, type Message } from "../words/message";

/** Whether a value is a message and not an object of an answer that has a `key` of its own. */
function isTold(value: unknown): value is Message {
  if (!isMessage(value) || typeof value.key !== "string") return false;
  const isPlain = Object.keys(value).every((name) => name === "key" || name === "values");
  const [name = "", key = ""] = value.key.split(".");
  return isPlain && Object.hasOwn(en, name) && Object.hasOwn(en[name as keyof typeof en], key);
}

/** @param indent spaces; none where it is left out */
export const writeAnswerJson = (answer: unknown, words: Words, indent?: number): string =>
  JSON.stringify(answer, (_name, value: unknown) => (isTold(value) ? words.say(value) : value), indent);

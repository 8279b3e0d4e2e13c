/** Contents as Qwen Code keeps them, in parts of the Gemini form: as items of a turn. */

import { fieldsOf, listOf, stringOf } from "../../values/json";
import { nameOf, writeJson } from "../read-fields";
import type { TurnItem } from "../write-turns";

export interface ReadParts {
  readonly items: readonly TurnItem[];
  /** Parts of which nothing is taken, e.g. images. */
  readonly unread: number;
}

/** The text of a tool's response: its output or error where it has one, else all of it as JSON. */
function writeResponse(response: unknown): string {
  const fields = fieldsOf(response);
  const told = fields?.output ?? fields?.error;
  return typeof told === "string" ? told : typeof response === "string" ? response : writeJson(response);
}

function readPart(part: unknown): TurnItem | null {
  const fields = fieldsOf(part);
  const call = fieldsOf(fields?.functionCall);
  if (call) {
    const name = stringOf(call.name);
    return { kind: "call", id: nameOf(call.id) ?? name, name, input: call.args };
  }
  const result = fieldsOf(fields?.functionResponse);
  if (result) {
    const id = nameOf(result.id) ?? stringOf(result.name);
    return { kind: "result", id, text: writeResponse(result.response) };
  }
  return typeof fields?.text === "string" ? { kind: "text", text: fields.text } : null;
}

/** Thoughts are left out: the next request does not send them. */
export function readParts(message: unknown): ReadParts {
  const parts = listOf(fieldsOf(message)?.parts).filter((part) => fieldsOf(part)?.thought !== true);
  const read = parts.map(readPart);
  const items = read.filter((item): item is TurnItem => item !== null);
  return { items, unread: read.length - items.length };
}

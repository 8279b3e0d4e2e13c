/** A message of OpenCode cut into its calls: every step of an assistant's message was a request of its own. */

import { fieldsOf, stringOf } from "../../values/json";
import { nameOf, writeJson } from "../read-fields";
import type { Turn, TurnItem } from "../write-turns";

/** What one call said and what its tools gave back, or what a user said. */
export interface ReadStep {
  readonly turns: readonly Turn[];
  /** As recorded; null of a user's message. */
  readonly tokens: unknown;
}

interface Said {
  readonly answer: TurnItem[];
  readonly results: TurnItem[];
}

function takePart(part: unknown, { answer, results }: Said): void {
  const fields = fieldsOf(part);
  if (fields?.type === "text" && fields.ignored !== true && stringOf(fields.text) !== "") {
    answer.push({ kind: "text", text: stringOf(fields.text) });
  }
  if (fields?.type !== "tool") return;
  const name = stringOf(fields.tool);
  const id = nameOf(fields.callID) ?? nameOf(fields.id) ?? name;
  const state = fieldsOf(fields.state);
  answer.push({ kind: "call", id, name, input: state?.input });
  const output = state?.output ?? state?.error ?? "";
  results.push({ kind: "result", id, text: typeof output === "string" ? output : writeJson(output) });
}

function closeStep({ answer, results }: Said, tokens: unknown): ReadStep {
  const turns: Turn[] = [{ role: "assistant", items: answer }];
  if (results.length > 0) turns.push({ role: "user", items: results });
  return { turns: turns.filter(({ items }) => items.length > 0), tokens };
}

/**
 * The calls of a message in order; of a user's one step without tokens.
 * @param total those of the whole message, for one that does not tell its steps
 */
export function readSteps(role: "user" | "assistant", parts: readonly unknown[], total: unknown): ReadStep[] {
  let said: Said = { answer: [], results: [] };
  if (role === "user") {
    for (const part of parts) takePart(part, said);
    return [{ turns: said.answer.length > 0 ? [{ role, items: said.answer }] : [], tokens: null }];
  }
  const steps: ReadStep[] = [];
  for (const part of parts) {
    takePart(part, said);
    const fields = fieldsOf(part);
    if (fields?.type !== "step-finish") continue;
    steps.push(closeStep(said, fields.tokens));
    said = { answer: [], results: [] };
  }
  const rest = closeStep(said, steps.length === 0 ? total : null);
  return rest.turns.length > 0 || fieldsOf(rest.tokens) ? [...steps, rest] : steps;
}

/** Writes out a scenario: the body of every request, its start time and the reply it gets. */
import type { Scenario, Turn } from "./scenario";

export interface ScriptedRequest {
  /** Seconds from the first request. */
  readonly at: number;
  readonly duration: number;
  /** The body as JSON text. */
  readonly text: string;
  readonly reply: string;
}

type Json = null | boolean | number | string | Json[] | JsonObject;
type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const messagesOf = (body: Json): Json[] => {
  const list = Array.isArray(body) ? body : isObject(body) ? body.messages : undefined;
  return Array.isArray(list) ? list : [];
};

/** The marker on a message's last part: it moves along with the conversation. */
function takeLastMarker(message: Json | undefined): Json | undefined {
  if (!isObject(message) || !Array.isArray(message.content)) return undefined;
  const part = message.content.at(-1);
  if (!isObject(part)) return undefined;
  const marker = part.cache_control;
  delete part.cache_control;
  return marker;
}

const userMessage = (text: string, marker: Json | undefined): Json =>
  marker === undefined
    ? { role: "user", content: text }
    : { role: "user", content: [{ type: "text", text, cache_control: marker }] };

function applyTurn(body: Json, turn: Turn, reply: string): void {
  if (turn.mode === "repeat") return;
  const messages = messagesOf(body);
  const last = messages.at(-1);
  const marker = takeLastMarker(last);
  if (turn.mode === "replace") {
    messages.pop();
  } else if (!isObject(last) || last.role !== "assistant") {
    messages.push({ role: "assistant", content: reply });
  }
  messages.push(userMessage(turn.user, marker));
}

/**
 * The requests of a scenario, the document's own first. A marker on the document's last message rolls along to the
 * last message of every request; all other markers stay where they are drawn.
 * @param body the document's parsed JSON: a request body or a bare message array. It is not changed.
 */
export function scriptRequests(body: unknown, scenario: Scenario): ScriptedRequest[] {
  const current = structuredClone(body) as Json;
  let at = 0;
  let reply = scenario.reply;
  const requests: ScriptedRequest[] = [
    { at, duration: scenario.duration, text: JSON.stringify(current), reply },
  ];
  for (const turn of scenario.turns) {
    at += turn.gap;
    applyTurn(current, turn, reply);
    reply = turn.reply;
    requests.push({ at, duration: scenario.duration, text: JSON.stringify(current), reply });
  }
  return requests;
}

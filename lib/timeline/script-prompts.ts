/** Writes out a scenario: every request as a prompt, its start time and the reply it gets. */
import type { Marker, Message, Part, Prompt } from "../prompt/prompt";
import type { Scenario, Turn } from "./scenario";

export interface ScriptedPrompt {
  /** Seconds from the first request. */
  readonly at: number;
  readonly duration: number;
  readonly prompt: Prompt;
  readonly reply: string;
}

/** What a scenario adds has no place in the document's text. */
const NOWHERE = { start: 0, end: 0 };

const markerOn = (part: string, marker: Marker): Marker => ({
  ...marker,
  pointer: `${part}/${marker.key}`,
  owner: part,
  range: NOWHERE,
});

function writeMessage(pointer: string, role: string, text: string, marker: Marker | null): Message {
  const part: Part = {
    pointer: marker ? `${pointer}/content/0` : `${pointer}/content`,
    range: NOWHERE,
    kind: "text",
    text,
    marker: marker && markerOn(`${pointer}/content/0`, marker),
  };
  return {
    pointer,
    range: NOWHERE,
    role,
    form: marker ? "array" : "string",
    parts: [part],
    calls: [],
    reasoning: null,
  };
}

function withoutLastMarker(message: Message): Message {
  const last = message.parts.at(-1);
  return last ? { ...message, parts: [...message.parts.slice(0, -1), { ...last, marker: null }] } : message;
}

/** Markers in cache order, as the parser lists them: the request's own come last. */
function replaceMarkers(
  markers: readonly Marker[],
  gone: ReadonlySet<string>,
  added: readonly Marker[],
): Marker[] {
  const kept = markers.filter(({ pointer }) => !gone.has(pointer));
  const atRequest = kept.findIndex(({ place }) => place === "request");
  return atRequest < 0
    ? [...kept, ...added]
    : [...kept.slice(0, atRequest), ...added, ...kept.slice(atRequest)];
}

function playTurn(prompt: Prompt, turn: Turn, reply: string): Prompt {
  const last = prompt.messages.at(-1);
  if (turn.mode === "repeat" || !last) return prompt;
  const base = prompt.bare ? "" : "/messages";
  // The Anthropic system stands before the messages and has no index among them.
  const outside = prompt.messages.filter(({ pointer }) => pointer === "/system").length;
  const marker = last.parts.at(-1)?.marker ?? null;
  const messages = prompt.messages.slice(0, -1);
  if (turn.mode === "append") {
    messages.push(marker ? withoutLastMarker(last) : last);
    if (last.role !== "assistant") {
      messages.push(writeMessage(`${base}/${messages.length - outside}`, "assistant", reply, null));
    }
  }
  const user = writeMessage(`${base}/${messages.length - outside}`, "user", turn.user, marker);
  messages.push(user);
  const gone =
    turn.mode === "replace"
      ? prompt.markers.filter(({ owner }) => owner === last.pointer || owner.startsWith(`${last.pointer}/`))
      : marker
        ? [marker]
        : [];
  const added = user.parts.flatMap((part) => (part.marker ? [part.marker] : []));
  return {
    ...prompt,
    messages,
    markers: replaceMarkers(prompt.markers, new Set(gone.map(({ pointer }) => pointer)), added),
  };
}

/**
 * The requests of a scenario, the document's own first. A marker on the document's last message rolls along to the
 * last message of every request; all other markers stay where they are drawn. Messages that do not change are the
 * same objects in every prompt, so that what is known of them need not be found out again.
 */
export function scriptPrompts(first: Prompt, scenario: Scenario): ScriptedPrompt[] {
  let at = 0;
  let { reply } = scenario;
  let prompt = first;
  const { duration } = scenario;
  const requests: ScriptedPrompt[] = [{ at, duration, prompt, reply }];
  for (const turn of scenario.turns) {
    at += turn.gap;
    prompt = playTurn(prompt, turn, reply);
    reply = turn.reply;
    requests.push({ at, duration, prompt, reply });
  }
  return requests;
}

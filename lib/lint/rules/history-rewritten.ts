/** A later request that writes an earlier message in another way, so that all behind it is paid for again. */
import { placeName } from "../../prompt/json-pointer";
import type { Message, Prompt } from "../../prompt/prompt";
import { isSameMessage } from "../../prompt/same-message";
import { tell } from "../../words/message";
import { exampleOf, LONG_TEXT, soundRequest, textPart } from "../example-request";
import type { Rule } from "../rule";
import { BEST_PRACTICE } from "../rule-sources";

const turn = (result: string, ...more: readonly object[]) => ({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: [textPart(LONG_TEXT, true)] },
    { role: "user", content: result },
    { role: "assistant", content: "It is the page on the reset." },
    { role: "user", content: [textPart("How do I reset the device?", true)] },
    ...more,
  ],
});

export const historyRewritten: Rule = {
  id: "history-rewritten",
  severity: "warning",
  title: tell("lintRules.historyRewritten"),
  summary: tell("lintRules.historyRewrittenWhy"),
  evidence: "documented",
  ...BEST_PRACTICE,
  examples: {
    good: soundRequest(),
    bad: {
      ...exampleOf(turn("This is page 12 of the manual.")),
      following: [
        JSON.stringify(
          turn(
            "[page left out]",
            { role: "assistant", content: "Hold the button for ten seconds." },
            { role: "user", content: [textPart("Thank you.", true)] },
          ),
        ),
      ],
    },
  },
  check: ({ prompt, following, layout }) => {
    if (!layout.marked && !layout.viaResponses) return [];
    let before = prompt;
    for (const [index, later] of following.entries()) {
      const change = findRewriting(before, later);
      if (change) {
        const { at, kept, isGone } = change;
        const written = prompt.messages[at];
        // What stands in the document is shown there; what came later, at its end.
        const isHere = written && isSame(written, before.messages[at]);
        const place = (isHere ? written : undefined) ?? prompt.messages.at(-1);
        const message = tell(isGone ? "lint.historyLeftOut" : "lint.historyRewritten", {
          request: index + 2,
          place: placeName(before.messages[at]?.pointer ?? ""),
          kept,
        });
        return place ? [{ message, pointer: place.pointer, range: place.range }] : [];
      }
      before = later;
    }
    return [];
  },
};

/** Thinking of past answers is the template's business. */
const withoutThinking = (message: Message): Message => ({
  ...message,
  reasoning: null,
  parts: message.parts.filter(({ kind }) => kind !== "reasoning"),
});

const isSame = (a: Message, b: Message | undefined): boolean =>
  isSameMessage(a, b) || (b !== undefined && isSameMessage(withoutThinking(a), withoutThinking(b)));

const digests = new WeakMap<Message, string>();

/** Equal for messages that are the same, and hardly ever for others. */
function digestOf(message: Message): string {
  const known = digests.get(message);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  let units = 0;
  for (const { kind, text } of message.parts) {
    if (kind === "reasoning") continue;
    units += text.length;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  const digest = `${message.role} ${message.calls.length} ${units} ${hash}`;
  digests.set(message, digest);
  return digest;
}

interface Rewriting {
  /** Index of the message that is no longer as it was. */
  readonly at: number;
  /** Messages behind it that the later request still has. */
  readonly kept: number;
  /** True where it was left out, and those behind it came forward. */
  readonly isGone: boolean;
}

/** Null where the later request goes on, starts anew, or has other tools or another system message. */
function findRewriting(before: Prompt, later: Prompt): Rewriting | null {
  if (before.model !== later.model) return null;
  const at = before.messages.findIndex((message, index) => !isSame(message, later.messages[index]));
  const first = before.messages[at];
  if (!first || first.role === "system" || first.role === "developer") return null;
  const rest = later.messages.slice(at);
  const byDigest = new Map<string, Message[]>();
  for (const message of rest) {
    const alike = byDigest.get(digestOf(message));
    if (!alike) byDigest.set(digestOf(message), [message]);
    else if (!alike.some((each) => isSame(message, each))) alike.push(message);
  }
  const kept = before.messages
    .slice(at + 1)
    .filter((message) => byDigest.get(digestOf(message))?.some((each) => isSame(message, each)));
  const [next] = kept;
  if (!next) return null;
  const isGone = rest[0] !== undefined && isSame(next, rest[0]);
  return { at, kept: kept.length, isGone };
}

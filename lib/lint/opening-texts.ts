/** Finds the texts that a client writes anew for each request: tools, system messages, first user messages. */
import { nodeAt } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import type { Message } from "../prompt/prompt";
import { isSameMessage } from "../prompt/same-message";
import { findStrings, type PlacedString } from "./find-strings";
import type { LintContext } from "./lint-context";

/** A text with the part it belongs to. */
export interface PartText extends PlacedString {
  /** Pointer of its part. */
  readonly part: string;
}

/**
 * System messages and the user messages before the first answer. Answers, tool results and later user messages are
 * left out: they are history, which is sent again as it was, whatever clock stands in it.
 */
export function openingMessages({ prompt }: LintContext): Message[] {
  const firstAnswer = prompt.messages.findIndex(({ role }) => role !== "system" && role !== "user");
  return prompt.messages.filter(({ role }, index) => {
    return role === "system" || (role === "user" && (firstAnswer < 0 || index < firstAnswer));
  });
}

/** The newest user message, where the requests that follow send it again as it was; null where it is written anew. */
export function keptQuestion({ prompt, following }: LintContext): Message | null {
  const newest = prompt.messages.at(-1);
  const [next] = following;
  if (newest?.role !== "user" || !next) return null;
  const again = next.messages[prompt.messages.length - 1];
  const goesOn = next.messages.length > prompt.messages.length;
  return again && goesOn && isSameMessage(again, newest) ? newest : null;
}

/** The texts of messages with their places in the document. */
export function textsOf({ text }: LintContext, messages: readonly Message[]): PartText[] {
  const { root } = parseJson(text);
  return messages
    .flatMap((message) => message.parts)
    .filter(({ kind }) => kind === "text")
    .flatMap(({ pointer }) => {
      const node = nodeAt(root, pointer);
      const place = node?.type === "scalar" ? pointer : `${pointer}/text`;
      return findStrings(nodeAt(root, place), place).map((string) => ({ ...string, part: pointer }));
    });
}

/** Pointers of the parts up to the last effective marker; null where no marker takes effect. */
export function coveredParts({ layout, measured }: LintContext): ReadonlySet<string> | null {
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  if (!last) return null;
  return new Set(
    measured.segments.flatMap(({ cuts }) =>
      cuts.filter(({ prefix }) => prefix <= last.prefix).map(({ pointer }) => pointer),
    ),
  );
}

/**
 * Strings of tools and of the opening messages, as far as the last effective marker's prefix goes; empty where there
 * is no such marker. A question that the conversation keeps is history from the next request on, whatever clock it has.
 */
export function openingTexts(context: LintContext): PlacedString[] {
  const covered = coveredParts(context);
  if (!covered) return [];
  const { root } = parseJson(context.text);
  const kept = keptQuestion(context);
  const written = openingMessages(context).filter((message) => message !== kept);
  const parts = textsOf(context, written).filter(({ part }) => covered.has(part));
  const tools = context.prompt.tools.flatMap(({ pointer }) => findStrings(nodeAt(root, pointer), pointer));
  return [...tools, ...parts].sort((a, b) => a.start - b.start);
}

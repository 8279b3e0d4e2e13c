/** Reads the items of `input` as messages: reasoning, what was said and calls of one answer become one of them. */

import { tell } from "../../words/message";
import { isNothing, type JsonNode, memberOf, plainValue, rangeOf, stringOf } from "../json-node";
import { childPointer, tellPlace } from "../json-pointer";
import { type ParseContext, reportShape } from "../parse-context";
import { MARKER_KEYS, markersOn } from "../parse-marker";
import { parseContent, parseMessage } from "../parse-messages";
import type { Message, Part, TextRange, ToolCall, Uncounted } from "../prompt";

/** An answer as it is put together from its items. */
interface Draft {
  readonly pointer: string;
  range: TextRange;
  items: number;
  readonly thoughts: string[];
  /** What it says; null as long as no item says something. */
  said: Message | null;
  /** Items of kinds whose text is not known. */
  readonly others: Part[];
  readonly calls: ToolCall[];
  uncounted: Uncounted | null;
}

/** What an item adds to the answer it belongs to. */
type Addition = Partial<Readonly<Pick<Draft, "thoughts" | "said" | "others" | "calls" | "uncounted">>>;

const emptyDraft = (node: JsonNode, pointer: string): Draft => ({
  pointer,
  range: { start: node.start, end: node.start },
  items: 0,
  thoughts: [],
  said: null,
  others: [],
  calls: [],
  uncounted: null,
});

/** An answer may have thousands of calls: they are put in place. */
function addTo(draft: Draft, node: JsonNode, added: Addition): Draft {
  draft.range = { start: draft.range.start, end: node.end };
  draft.items++;
  draft.thoughts.push(...(added.thoughts ?? []));
  draft.said = added.said ?? draft.said;
  draft.others.push(...(added.others ?? []));
  draft.calls.push(...(added.calls ?? []));
  draft.uncounted ??= added.uncounted ?? null;
  return draft;
}

function finishDraft({ pointer, range, items, thoughts, said, others, calls, uncounted }: Draft): Message {
  const written = thoughts.length > 0 ? thoughts.join("\n") : null;
  const hidden = said?.uncounted ?? uncounted;
  return {
    pointer,
    range,
    role: "assistant",
    form: others.length > 0 ? "array" : (said?.form ?? "none"),
    parts: [...others, ...(said?.parts ?? [])],
    calls: [...(said?.calls ?? []), ...calls],
    reasoning: written ?? said?.reasoning ?? null,
    ...(hidden ? { uncounted: hidden } : {}),
    ...(items > 1 ? { items } : {}),
  };
}

/** Whether an item goes on with the answer before it: thoughts come first, then words, then calls. */
const continues = ({ said, calls, others }: Draft, kind: "reasoning" | "said" | "call" | "other"): boolean =>
  kind === "reasoning"
    ? said === null && calls.length === 0 && others.length === 0
    : kind === "said"
      ? said === null && calls.length === 0
      : true;

/** The texts of a list of parts such as `summary`, a line each. */
function textsOf(list: JsonNode | null): string[] {
  if (list?.type !== "array") return [];
  return list.items.flatMap((item) => stringOf(memberOf(item, "text")) ?? []);
}

/** A thought reads as its whole text where it is given, else as its summary. */
function readThought(node: JsonNode): Addition {
  const whole = textsOf(memberOf(node, "content"));
  const texts = whole.length > 0 ? whole : textsOf(memberOf(node, "summary"));
  const hidden = stringOf(memberOf(node, "encrypted_content"));
  return {
    thoughts: texts.length > 0 ? [texts.join("\n")] : [],
    uncounted:
      hidden !== null && whole.length === 0 ? { what: tell("prompt.uncountedHidden"), text: hidden } : null,
  };
}

function readCall(context: ParseContext, node: JsonNode, pointer: string): Addition {
  const name = stringOf(memberOf(node, "name"));
  if (name === null)
    reportShape(context, tell("prompt.itemCallName", { place: tellPlace(pointer) }), pointer, node);
  const given = memberOf(node, "arguments");
  return { calls: [{ name: name ?? "", arguments: given ? plainValue(given) : {} }] };
}

/** An item of a kind whose text the service writes. */
function readOther(node: JsonNode, pointer: string, type: string): Part {
  const isKept = type === "item_reference" || type === "compaction";
  const value = plainValue(node, MARKER_KEYS);
  return {
    pointer,
    range: rangeOf(node),
    kind: "unknown",
    text: "",
    media: JSON.stringify(value),
    uncounted: {
      what: isKept
        ? tell("prompt.uncountedItemElsewhere")
        : tell("prompt.uncountedItem", { type: type.slice(0, 40) }),
      text: isKept ? null : JSON.stringify(value),
    },
    marker: null,
  };
}

function readOutput(context: ParseContext, node: JsonNode, pointer: string): Message {
  const output = memberOf(node, "output");
  const at = childPointer(pointer, "output");
  if (isNothing(output)) {
    reportShape(context, tell("prompt.outputMissing", { place: tellPlace(pointer) }), pointer, node);
  }
  const content =
    output && !isNothing(output) ? parseContent(context, output, at) : { form: "none" as const, parts: [] };
  return { pointer, range: rangeOf(node), role: "tool", ...content, calls: [], reasoning: null };
}

const otherOutput = (node: JsonNode, pointer: string, type: string): Message => ({
  pointer,
  range: rangeOf(node),
  role: "tool",
  form: "array",
  parts: [readOther(node, pointer, type)],
  calls: [],
  reasoning: null,
});

/** Reads the list; an item that is no object is reported and left out. */
export function parseItems(context: ParseContext, node: JsonNode): Message[] {
  if (node.type !== "array") {
    reportShape(context, tell("prompt.inputForm"), "/input", node);
    return [];
  }
  const messages: Message[] = [];
  let draft: Draft | null = null;
  const close = (): void => {
    if (draft) messages.push(finishDraft(draft));
    draft = null;
  };
  const add = (kind: Parameters<typeof continues>[1], item: JsonNode, at: string, added: Addition): void => {
    if (draft && !continues(draft, kind)) close();
    draft = addTo(draft ?? emptyDraft(item, at), item, added);
  };
  for (const [index, item] of node.items.entries()) {
    const at = childPointer("/input", index);
    if (item.type !== "object") {
      reportShape(context, tell("prompt.itemObject", { place: tellPlace(at) }), at, item);
      continue;
    }
    const type = stringOf(memberOf(item, "type")) ?? "message";
    if (type === "message") {
      const message = parseMessage(context, item, at);
      if (message.role === "assistant") add("said", item, at, { said: message });
      else {
        close();
        // A developer's message is an instruction like those of the system.
        messages.push(message.role === "developer" ? { ...message, role: "system" } : message);
      }
      continue;
    }
    context.markers.push(...markersOn(item, at, "message"));
    if (type === "reasoning") add("reasoning", item, at, readThought(item));
    else if (type === "function_call") add("call", item, at, readCall(context, item, at));
    else if (type === "function_call_output" || type.endsWith("_output")) {
      close();
      messages.push(
        type === "function_call_output" ? readOutput(context, item, at) : otherOutput(item, at, type),
      );
    } else add("other", item, at, { others: [readOther(item, at, type)] });
  }
  close();
  return messages;
}

/** Turns of a transcript as messages of either dialect. */

export type TurnItem =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "call"; readonly id: string; readonly name: string; readonly input: unknown }
  | { readonly kind: "result"; readonly id: string; readonly text: string };

export interface Turn {
  readonly role: "user" | "assistant";
  readonly items: readonly TurnItem[];
}

/** Texts of a turn, one to a line. */
export const textOfTurn = ({ items }: Turn): string =>
  items.flatMap((item) => (item.kind === "text" ? [item.text] : [])).join("\n");

const callsOf = ({ items }: Turn) => items.filter((item) => item.kind === "call");

function writeAssistant(turn: Turn): object {
  const calls = callsOf(turn).map(({ id, name, input }) => ({
    id,
    type: "function",
    function: { name, arguments: JSON.stringify(input ?? {}) },
  }));
  const content = textOfTurn(turn);
  return { role: "assistant", content, ...(calls.length > 0 ? { tool_calls: calls } : {}) };
}

function writeUser(turn: Turn): object[] {
  const results = turn.items.flatMap((item) =>
    item.kind === "result" ? [{ role: "tool", tool_call_id: item.id, content: item.text }] : [],
  );
  const texts = turn.items.flatMap((item) =>
    item.kind === "text" ? [{ type: "text", text: item.text }] : [],
  );
  if (texts.length === 0) return results;
  return [...results, { role: "user", content: texts.length === 1 ? texts[0]?.text : texts }];
}

/** In the OpenAI dialect; every tool result becomes a message of its own. */
export const writeOpenAi = (turn: Turn): object[] =>
  turn.items.length === 0 ? [] : turn.role === "assistant" ? [writeAssistant(turn)] : writeUser(turn);

function writeBlock(item: TurnItem): object {
  if (item.kind === "text") return { type: "text", text: item.text };
  if (item.kind === "call")
    return { type: "tool_use", id: item.id, name: item.name, input: item.input ?? {} };
  return { type: "tool_result", tool_use_id: item.id, content: item.text };
}

/** In the Anthropic dialect. */
export const writeAnthropic = ({ role, items }: Turn): object[] =>
  items.length === 0 ? [] : [{ role, content: items.map(writeBlock) }];

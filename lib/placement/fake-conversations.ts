/** Conversations that placements are tried on: a chat, a batch, a tool loop. */
import type { Prompt } from "../prompt/prompt";
import { filler, readPrompt } from "./fake-requests";

export const MODEL = "qwen3.7-max";

interface Said {
  readonly role: string;
  readonly content: unknown;
}

const system: Said = { role: "system", content: filler("system", 1500) };

/** A chat that grows by a reply and a question with every request. */
export function makeChat(turns: number, model = MODEL): Prompt[] {
  const messages: Said[] = [system];
  return Array.from({ length: turns }, (_, turn) => {
    messages.push({ role: "user", content: filler(`question ${turn}`, 400) });
    const prompt = readPrompt({ model, messages });
    messages.push({ role: "assistant", content: filler(`answer ${turn}`, 400) });
    return prompt;
  });
}

/** Rows that share a system message and a first document, each asked for itself. */
export const makeBatch = (rows: number): Prompt[] =>
  Array.from({ length: rows }, (_, row) =>
    readPrompt({
      model: MODEL,
      messages: [system, { role: "user", content: filler(`row ${row}`, 600) }],
    }),
  );

/** Every turn the model calls `calls` tools at once, and is asked again with their results. */
export function makeFanOut(turns: number, calls: number, model = MODEL): Prompt[] {
  const messages: unknown[] = [system, { role: "user", content: filler("task", 1000) }];
  return Array.from({ length: turns }, (_, turn) => {
    const prompt = readPrompt({ model, messages });
    messages.push({
      role: "assistant",
      content: "",
      tool_calls: Array.from({ length: calls }, (__, call) => ({
        id: `${turn}-${call}`,
        type: "function",
        function: { name: "read", arguments: "{}" },
      })),
    });
    for (let call = 0; call < calls; call++) {
      messages.push({
        role: "tool",
        tool_call_id: `${turn}-${call}`,
        content: filler(`result ${turn} ${call}`, 100),
      });
    }
    return prompt;
  });
}

/** Puts an answer of DashScope's own protocol together: its events have what is new, or repeat all so far. */
import { type Fields, fieldsOf, listOf, stringOf } from "../values/json";

interface Call {
  readonly name: string;
  readonly arguments: string;
}

interface NativeAnswer {
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly Call[];
  /** Null until it has come. */
  readonly finish: string | null;
}

export interface NativeReader {
  /** Takes the `output` of an event, or of a whole answer. */
  take(output: Fields): void;
  answer(): NativeAnswer;
}

/** Content is a text, or parts with texts. */
const textOf = (content: unknown): string =>
  Array.isArray(content) ? content.map((part) => stringOf(fieldsOf(part)?.text)).join("") : stringOf(content);

/**
 * A text that comes in pieces of which it is not said whether they are added or repeat all so far: they repeat as long as
 * each begins with the one before.
 */
interface Grown {
  added: string;
  last: string;
  repeats: boolean;
}

const grow = (grown: Grown, piece: string): void => {
  grown.repeats &&= piece.startsWith(grown.last);
  grown.added += piece;
  grown.last = piece;
};

const nothing = (): Grown => ({ added: "", last: "", repeats: true });

interface GrownCall {
  readonly name: Grown;
  readonly arguments: Grown;
}

/** Reads events of one answer, in order. Never throws. */
export function createNativeReader(): NativeReader {
  const text = nothing();
  const reasoning = nothing();
  const calls = new Map<number, GrownCall>();
  let events = 0;
  let finish: string | null = null;

  function takeCalls(items: readonly unknown[]): void {
    for (const [order, item] of items.entries()) {
      const fields = fieldsOf(item);
      const made = fieldsOf(fields?.function);
      const index = typeof fields?.index === "number" ? fields.index : order;
      const call = calls.get(index) ?? { name: nothing(), arguments: nothing() };
      calls.set(index, call);
      grow(call.name, stringOf(made?.name));
      grow(call.arguments, stringOf(made?.arguments));
    }
  }

  return {
    take(output) {
      // Only the first choice goes on in the conversation.
      const choice = fieldsOf(listOf(output.choices)[0]);
      const index = choice?.index;
      if (typeof index === "number" && index > 0) return;
      const message = fieldsOf(choice?.message);
      events += 1;
      grow(text, message ? textOf(message.content) : stringOf(output.text));
      grow(reasoning, stringOf(message?.reasoning_content));
      takeCalls(listOf(message?.tool_calls));
      const said = choice?.finish_reason ?? output.finish_reason;
      // While an answer goes on the reason is a text that says "null".
      if (typeof said === "string" && said !== "null" && said !== "") finish = said;
    },
    answer() {
      // Of a stream that repeats, every part does.
      const repeats = events > 1 && text.repeats && reasoning.repeats;
      const whole = (grown: Grown): string => (repeats && grown.repeats ? grown.last : grown.added);
      const inOrder = [...calls].sort(([one], [other]) => one - other);
      return {
        text: whole(text),
        reasoning: whole(reasoning),
        calls: inOrder.map(([, call]) => ({ name: whole(call.name), arguments: whole(call.arguments) })),
        finish,
      };
    },
  };
}

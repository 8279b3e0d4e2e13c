/** Everything in a request whose tokens are not in its count, and how many they may be at most. */
import type { Prompt, TextRange, Uncounted } from "../prompt/prompt";
import type { TokenCounter } from "./token-counter";

export interface PlacedUncounted {
  /** Of the part, message or tool it belongs to; empty for the request's own fields. */
  readonly pointer: string;
  /** Null where it has none of its own. */
  readonly range: TextRange | null;
  readonly uncounted: Uncounted;
}

/** What stands for a size that cannot be told (assumption `uncounted-content`). */
const MOST_TOKENS = 100_000;
/** A text is written into the prompt with a frame of its own (assumption `uncounted-content`). */
const FRAME = 1.25;

/** In the order of the request. */
export function listUncounted({ uncounted, tools, messages }: Prompt): readonly PlacedUncounted[] {
  return [
    ...(uncounted ? [{ pointer: "", range: null, uncounted }] : []),
    ...tools.flatMap(({ pointer, range, uncounted: own }) =>
      own ? [{ pointer, range, uncounted: own }] : [],
    ),
    ...messages.flatMap((message) =>
      [message, ...message.parts].flatMap(({ pointer, range, uncounted: own }) =>
        own ? [{ pointer, range, uncounted: own }] : [],
      ),
    ),
  ];
}

/** Most tokens of each, by pointer. */
export function boundUncounted(
  list: readonly PlacedUncounted[],
  counter: TokenCounter,
): ReadonlyMap<string, number> {
  return new Map(
    list.map(({ pointer, uncounted: { text } }) => [
      pointer,
      text === null ? MOST_TOKENS : Math.ceil(counter.count(text) * FRAME),
    ]),
  );
}

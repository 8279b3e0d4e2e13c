/** The words in which the page says what a changing text is, how it changes and what that does to the cache. */
import { CHANGE_NAMES } from "../../lib/changing/changing-text";
import type { ChangingView } from "../../lib/pipeline/analysis";
import { type Message, tell } from "../../lib/words/message";

/** What the change does to the cache. @param marked tokens up to the last effective marker; null = none takes effect */
function sayEffect({ change, prefix: token }: ChangingView, marked: number | null): Message {
  if (change === "never") return tell("changing.sentAsItStands");
  if (marked === null) return tell("changing.unmarked");
  if (token >= marked) return tell("changing.behindMarker");
  return change === "conversation"
    ? tell("changing.missesEachConversation", { token })
    : tell("changing.missesEachValue", { token });
}

/** Two sentences and what to do, for the hover text of a chip. */
export function describeChanging(span: ChangingView, marked: number | null): Message {
  const { kind, change, isTold } = span;
  const facts = { kind, source: isTold ? "told" : "assumed", effect: sayEffect(span, marked) };
  return change === "never"
    ? tell("changing.describedStill", facts)
    : tell("changing.described", { ...facts, how: CHANGE_NAMES[change] });
}

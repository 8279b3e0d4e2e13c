/** Names the place of a segment the way a reader counts it. */
import { type Message, tell } from "../../lib/words/message";

interface Segment {
  readonly pointer: string;
  readonly role: string;
}

/** e.g. `the system text`, `the tools`, `message 3 (user)`. */
export function namePlace(segments: readonly Segment[], { pointer, role }: Segment): Message {
  if (role === "system") return tell("why.systemText");
  if (role === "tools") return tell("why.tools");
  const index = segments.findIndex((segment) => segment.pointer === pointer);
  return index < 0 ? tell("why.someMessage", { role }) : tell("why.oneMessage", { number: index + 1, role });
}

/** Recognises a difference between two requests that comes back with every request: a clock, an id, a folder. */

import { findVolatile } from "../../lib/changing/find-volatile";
import type { VolatileKind } from "../../lib/changing/volatile-patterns";
import type { FirstDifference } from "../../lib/pipeline/compare-turns";
import { type Message, type MessageKey, tell } from "../../lib/words/message";

const NAMES = {
  clock: "why.changesClock",
  epoch: "why.changesEpoch",
  id: "why.changesId",
  uuid: "why.changesId",
  counter: "why.changesCounter",
  hash: "why.changesHash",
  folder: "why.changesFolder",
  git: "why.changesGit",
  billing: "why.changesBilling",
} as const satisfies Readonly<Record<VolatileKind, MessageKey>>;

/** The changing words that the difference lies in or begins with; null where there are none. */
function findKind(shared: string, rest: string): VolatileKind | null {
  const lineEnd = rest.indexOf("\n");
  const end = shared.length + (lineEnd < 0 ? rest.length : Math.max(1, lineEnd));
  const found = findVolatile(shared + rest).find((words) => words.end > shared.length && words.start < end);
  return found?.kind ?? null;
}

/** One sentence, e.g. `A time or date that changes with every request.`; null where the words are ordinary ones. */
export function nameChange({
  shared,
  before,
  after,
}: Pick<FirstDifference, "shared" | "before" | "after">): Message | null {
  const kind = findKind(shared, after) ?? findKind(shared, before);
  return kind && tell(NAMES[kind]);
}

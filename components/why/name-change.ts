/** Recognises a difference between two requests that comes back with every request: a clock, an id, a folder. */

import { findVolatile } from "../../lib/changing/find-volatile";
import type { VolatileKind } from "../../lib/changing/volatile-patterns";
import type { FirstDifference } from "../../lib/pipeline/compare-turns";

const NAMES: Readonly<Record<VolatileKind, string>> = {
  clock: "A time or date that changes with every request.",
  epoch: "A timestamp that changes with every request.",
  id: "An id that changes with every request.",
  uuid: "An id that changes with every request.",
  counter: "A counter that goes on with every request.",
  hash: "A hash that changes as what it stands for changes.",
  folder: "A working directory that changes from place to place.",
  git: "A git status that changes as files change.",
  billing:
    "A coding agent's attribution header: another for each new prompt, in older versions for each request.",
};

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
}: Pick<FirstDifference, "shared" | "before" | "after">): string | null {
  const kind = findKind(shared, after) ?? findKind(shared, before);
  return kind && NAMES[kind];
}
